#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "../../prose/lexicon.hpp"
#include "figures.hpp"
#include "words.hpp"

namespace gouji::arithmetic {

/// The words in front of a figure, after the last mark.
struct Label {
    std::uint32_t begin = 0;
    std::uint32_t change_end = 0;       ///< after the last word of change; 0: there is none
    std::optional<std::uint32_t> rest;  ///< where the last 其他 begins
    std::uint32_t year_end = 0;         ///< after another year than the report's; 0: there is none
    std::uint16_t dimension = no_dimension;
    std::string_view head;
    bool change = false;
    bool compared = false;
    bool share = false;
    bool earlier = false;
    bool running = false;
    bool aside = false;
    bool from = false;
    bool sum = false;
    bool carry = false;
    bool distributed = false;  ///< 分别 after the names: one figure for each of them
    bool overlaps = false;
};

/// The words and marks in front of a figure, as far as they have been read.
struct Gap {
    std::uint32_t begin = 0;
    Mark mark = Mark::none;
    Opening opening = Opening::none;
    Mark before_opening = Mark::none;
    bool colon = false;
    bool interrupted = false;
    bool anew = false;
    bool request = false;
    Label label;

    void new_label(std::uint32_t at) {
        label = Label{};
        label.begin = at;
    }
};

/// Reads the words and marks between the figures of one folded paragraph, from left to right.
class GapReader {
public:
    /// `year` is the report's; 0 when it is not known.
    GapReader(std::string_view text, int year) : text_(text), year_(year) { pair_brackets(); }

    /// Where the reader stands, in the paragraph.
    [[nodiscard]] std::uint32_t at() const { return at_; }
    /// What stands between the figure before and the one that begins at `end`.
    [[nodiscard]] const Gap& read(std::uint32_t end);
    /// Goes on after a figure.
    void restart(std::uint32_t at);

private:
    struct Bracket {
        std::uint32_t open = 0;
        std::uint32_t close = 0;
    };

    void pair_brackets();
    [[nodiscard]] bool skip_quoted(std::uint32_t end, std::string_view open, std::string_view close,
                                   std::size_t& known);
    void digits(std::uint32_t end);
    void word(const prose::Entry<Word>& entry, std::uint32_t begin, std::uint32_t end);
    void change(std::string_view word);
    void opens(Opening opening);
    void mark(Mark kind, std::uint32_t begin);
    void colon(std::uint32_t begin);
    void open(std::uint32_t begin, std::uint32_t end);
    void close(std::uint32_t begin);

    std::string_view text_;
    int year_;
    std::uint32_t at_ = 0;
    Gap gap_;
    std::vector<std::pair<std::uint32_t, Gap>> around_;  ///< open brackets: where each closes
    std::vector<Bracket> brackets_;                      ///< those with a partner
    std::size_t bracket_ = 0;
    std::size_t title_close_ = 0;
    std::size_t quote_close_ = 0;
};

}  // namespace gouji::arithmetic
