#pragma once

#include <string>

namespace gouji {

/// Words in both languages of the product.
struct Words {
    std::string zh;
    std::string en;
    [[nodiscard]] const std::string& in(bool english) const {
        return english && !en.empty() ? en : zh;
    }
};

}  // namespace gouji
