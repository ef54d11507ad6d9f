#pragma once

#include "gouji/base/record.hpp"
#include "gouji/base/span.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// Texts of a value that is written down. Those that lie in the document's text are kept as the
/// place there; the others are copied into a pool. While it is written, a text's pointer holds its
/// place: bit 0 tells the pool from the text.
class TextWriter {
public:
    explicit TextWriter(std::string_view document) : document_(document) {}

    void operator()(gouji_text& text) {
        const auto at = reinterpret_cast<std::uintptr_t>(text.data);
        const auto begin = reinterpret_cast<std::uintptr_t>(document_.data());
        std::uintptr_t place = 0;
        if (at >= begin && at + text.size <= begin + document_.size()) {
            place = (at - begin) << 1U;
        } else {
            // The rows and columns of a form are said again with every field.
            Said& said = said_[(at >> 4U ^ at >> 11U) % said_.size()];
            if (said.data != text.data || said.size != text.size) {
                said = {text.data, text.size, (pool_.size() << 1U) | 1U};
                pool_.append(view(text));
            }
            place = said.place;
        }
        text.data = reinterpret_cast<const char*>(place);
    }
    [[nodiscard]] const std::string& pool() const { return pool_; }

private:
    struct Said {
        const char* data = nullptr;
        std::size_t size = 0;
        std::uintptr_t place = 1;
    };

    std::string_view document_;
    std::string pool_;
    std::array<Said, 128> said_{};
};

/// Puts them back. Both texts outlive what is read.
class TextReader {
public:
    TextReader(std::string_view document, std::string_view pool)
        : document_(document), pool_(pool) {}

    void operator()(gouji_text& text) {
        const auto place = reinterpret_cast<std::uintptr_t>(text.data);
        const std::string_view source = (place & 1U) != 0 ? pool_ : document_;
        const std::size_t at = place >> 1U;
        good_ = good_ && at <= source.size() && text.size <= source.size() - at;
        text = good_ ? raw(source.substr(at, text.size)) : gouji_text{};
    }
    [[nodiscard]] bool good() const { return good_; }

private:
    std::string_view document_;
    std::string_view pool_;
    bool good_ = true;
};

}  // namespace gouji
