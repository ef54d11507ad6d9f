#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace gouji {

/// Walks the source of a text node and what the parser made of it side by side, so that every shown
/// character knows its bytes: references (`&nbsp;`), line ends, and tags that the parser passed
/// over.
class HtmlCharacters {
public:
    /// One stretch of source: a run of blanks, one reference, or plain characters.
    struct Stretch {
        std::size_t at = 0;    ///< in the source
        std::size_t size = 0;  ///< in the source
        std::string_view shown;
        bool exact = false;  ///< shown as the same bytes
        bool blank = false;  ///< blanks of HTML, which collapse into one
        bool line_end = false;
    };

    HtmlCharacters(std::string_view source, std::string_view shown)
        : source_(source), shown_(shown) {}

    /// Nothing at the end, or where the two do not agree.
    std::optional<Stretch> next();
    /// What is shown and was not found in the source.
    [[nodiscard]] std::string_view rest() const { return shown_.substr(shown_at_); }

private:
    std::optional<Stretch> blanks();
    std::optional<Stretch> reference();
    std::optional<Stretch> plain();

    std::string_view source_;
    std::string_view shown_;
    std::size_t at_ = 0;
    std::size_t shown_at_ = 0;
};

}  // namespace gouji
