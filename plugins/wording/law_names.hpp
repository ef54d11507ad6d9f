// Names of laws and documents that annual reports cite, and titles that come close to one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::wording {

/// What a title was meant to be.
struct LawSlip {
    std::string right;  ///< the registered name, without title marks
    /// One character that looks or sounds like the right one stands in its place, and everything
    /// else is as registered: the printed title cannot have been meant.
    bool sure = false;
    std::size_t place = 0;  ///< of that character, counted in characters without blanks and marks
};

class LawNames {
public:
    LawNames();

    /// What `title` misspells; none when it is registered, or not surely a registered one. Title
    /// marks and blanks do not count.
    [[nodiscard]] std::optional<LawSlip> misspelt(std::string_view title) const;

    /// The characters of a title that count: no blanks, line ends or title marks.
    [[nodiscard]] static std::u16string bare(std::string_view title);

private:
    void add(std::u16string name);

    std::vector<std::u16string> names_;  ///< in full, and without 中华人民共和国; sorted
    std::size_t longest_ = 0;            ///< characters
};

}  // namespace gouji::wording
