#pragma once

#include "gouji/edition/binding.hpp"
#include "gouji/edition/chapter_titles.hpp"
#include "gouji/edition/edition.hpp"
#include <gouji/abi.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// What a word of an edition's forms is.
enum class Word : std::uint8_t { row, group, header, fixed };

/// One place where a form uses certain words.
struct Entry {
    std::uint16_t edition = 0;  ///< index into the editions
    std::uint16_t form = 0;     ///< index into the edition's forms
    std::uint16_t index = 0;    ///< of the row or group; of the row, for a header
    std::uint16_t column = 0;   ///< of the header within its row
    Word word = Word::row;
    bool variant = false;  ///< not the form's own words but others that are accepted
};

/// Words as they are compared: no blanks, no line ends, full-width letters and digits
/// half-width, brackets and quotation marks of one kind. `out` is overwritten.
void fold(std::string_view words, std::string& out);

/// Index of the only edition that has these words; GOUJI_NONE when several have them.
[[nodiscard]] std::uint32_t only_edition(std::span<const Entry> entries);

/// All words of all editions' tables, for finding tables in text and rows in tables.
/// Immutable; `editions` outlive it.
class Lexicon {
public:
    explicit Lexicon(const std::vector<Edition>& editions);

    [[nodiscard]] const std::vector<Edition>& editions() const { return *editions_; }
    /// Where the editions use exactly these folded words; empty for none.
    [[nodiscard]] std::span<const Entry> find(std::string_view folded) const;
    /// Whether some label begins with these folded words and goes on.
    [[nodiscard]] bool begins(std::string_view folded) const;
    /// Ordinal of the chapter with exactly this folded title, without ordinal; 0 for none.
    [[nodiscard]] std::uint32_t chapter(std::string_view folded) const;
    /// The identities of an edition's form, bound once for all documents.
    [[nodiscard]] const std::vector<BoundIdentity>& identities(std::size_t edition,
                                                               std::size_t form) const {
        return identities_[edition][form];
    }
    /// Index of the edition that has these folded words as a mark; GOUJI_NONE for none.
    [[nodiscard]] std::uint32_t mark(std::string_view folded) const;
    /// All chapter titles, for headings that are worded differently.
    [[nodiscard]] const ChapterTitles& titles() const { return titles_; }
    /// Bytes of the longest label.
    [[nodiscard]] std::size_t longest() const { return longest_; }

    /// The label that differs least from the words, if in at most four of ten characters.
    /// Slow: for the few words that find() misses.
    struct Near {
        std::span<const Entry> entries;  ///< empty when none is near
        std::uint32_t distance = 0;
    };
    [[nodiscard]] Near near(std::string_view folded) const;

private:
    struct Label {
        std::string folded;
        std::u32string characters;
        std::uint32_t first = 0;  ///< into entries_
        std::uint32_t count = 0;
    };
    [[nodiscard]] const Label* label(std::string_view folded) const;

    const std::vector<Edition>* editions_;
    std::vector<std::vector<std::vector<BoundIdentity>>> identities_;
    std::vector<std::uint16_t> slots_;  ///< open addressing into labels_, from 1; 0 is free
    ChapterTitles titles_;
    std::vector<Label> labels_;  ///< sorted by `folded`
    std::vector<Entry> entries_;
    std::vector<std::pair<std::string, std::uint32_t>> chapters_;  ///< sorted
    std::vector<std::pair<std::string, std::uint32_t>> marks_;     ///< sorted
    std::size_t longest_ = 0;
};

}  // namespace gouji
