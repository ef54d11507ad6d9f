#pragma once

#include "gouji/edition/edition.hpp"
#include <gouji/abi.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// How a heading's words compare with the chapter titles of the editions.
struct TitleMatch {
    const Edition::Chapter* chapter = nullptr;  ///< null for GOUJI_TITLE_OTHER and LEGACY
    std::uint32_t match = GOUJI_TITLE_OTHER;
    std::uint32_t distance = 0;  ///< characters that differ
    std::uint32_t size = 0;      ///< bytes matched, for leading()

    [[nodiscard]] bool known() const { return chapter != nullptr; }
};

/// The chapter titles of all editions, newest first. Borrows from the editions.
class ChapterTitles {
public:
    explicit ChapterTitles(std::span<const Edition> editions);

    /// The words of a whole line, without ordinal. `ordinal` is what stands in front, 0 for
    /// nothing: a title that stands in its right place may differ more and still be meant.
    [[nodiscard]] TitleMatch match(std::string_view words, std::uint32_t ordinal) const;
    /// The title that a paragraph starts with, followed by a mark; `size` says how long it is.
    [[nodiscard]] TitleMatch leading(std::string_view words, std::uint32_t ordinal) const;

private:
    struct Entry {
        const Edition::Chapter* chapter;
        std::string_view words;
        std::u32string characters;
        std::uint32_t match;
    };
    void add(const Edition::Chapter& chapter, std::string_view words, std::uint32_t match);
    [[nodiscard]] TitleMatch similar(std::string_view words, std::uint32_t ordinal) const;

    std::vector<Entry> entries_;
    std::vector<std::string_view> legacy_;
};

}  // namespace gouji
