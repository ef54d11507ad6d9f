// Names of laws and documents that annual reports cite, and names that come close to one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::wording {

class LawNames {
public:
    LawNames();

    /// The registered name that `title` misspells; none when it is registered or close to none.
    [[nodiscard]] std::optional<std::string> misspelt(std::string_view title) const;

private:
    std::vector<std::u16string> names_;  ///< without 中华人民共和国
    std::vector<bool> national_;         ///< whether the full name begins so
};

}  // namespace gouji::wording
