#pragma once

#include <gouji/sdk.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "folded.hpp"

namespace gouji::prose {

/// A sentence that counts something, folded, with its quantities.
struct Line {
    Folded folded;
    std::uint32_t sentence = 0;
    std::span<const gouji_quantity> quantities;

    [[nodiscard]] std::string_view text() const { return folded.text(); }
    [[nodiscard]] std::uint32_t begin(std::size_t i) const {
        return folded.fold(quantities[i].span.begin);
    }
    [[nodiscard]] std::uint32_t end(std::size_t i) const {
        return folded.fold(quantities[i].span.end);
    }

    /// What stands between quantity `i` and the one before it, or the sentence's start.
    [[nodiscard]] std::string_view before(std::size_t i) const {
        const std::uint32_t from = i == 0 ? 0 : end(i - 1);
        return text().substr(from, begin(i) - std::min(from, begin(i)));
    }
    /// What stands between quantity `i` and the next one, or the sentence's end.
    [[nodiscard]] std::string_view after(std::size_t i) const {
        const std::uint32_t from = end(i);
        return i + 1 < quantities.size()
                   ? text().substr(from, begin(i + 1) - std::min(from, begin(i + 1)))
                   : text().substr(from);
    }
};

/// The stretch after the last of 。；，：（ and their half-width twins.
[[nodiscard]] std::string_view last_clause(std::string_view text);
/// The stretch in front of the first mark.
[[nodiscard]] std::string_view first_clause(std::string_view text);

/// Whether the text names a year other than `year`, in figures or as 去年, 上年 …
[[nodiscard]] bool other_year(std::string_view text, int year);

/// Calls `read(line)` for every sentence that has quantities, in reading order.
template <class Read>
void each_line(sdk::Document document, Read read) {
    const auto sentences = document.sentences();
    const auto quantities = document.quantities();
    for (std::size_t first = 0; first < quantities.size();) {
        const std::uint32_t sentence = quantities[first].sentence;
        std::size_t last = first;
        while (last < quantities.size() && quantities[last].sentence == sentence) ++last;
        if (sentence < sentences.size()) {
            read(Line{Folded(document.text(), sentences[sentence].span), sentence,
                      quantities.subspan(first, last - first)});
        }
        first = last;
    }
}

/// Whether a chapter of this kind is around the sentence.
[[nodiscard]] bool in_chapter(sdk::Document document, const gouji_sentence& sentence,
                              std::string_view kind);

/// The heading of the innermost chapter or part around the sentence, as printed; "" without.
[[nodiscard]] std::string_view heading(sdk::Document document, const gouji_sentence& sentence);

/// Whether any of the words occurs in the text.
[[nodiscard]] bool has_any(std::string_view text, std::span<const std::string_view> words);
[[nodiscard]] inline bool has_any(std::string_view text,
                                  std::initializer_list<std::string_view> words) {
    return has_any(text, std::span<const std::string_view>(words.begin(), words.size()));
}
[[nodiscard]] bool has_any(std::string_view text, std::span<const std::string> words);
[[nodiscard]] bool starts_with_any(std::string_view text,
                                   std::initializer_list<std::string_view> words);
[[nodiscard]] bool ends_with_any(std::string_view text, std::span<const std::string_view> words);
[[nodiscard]] inline bool ends_with_any(std::string_view text,
                                        std::initializer_list<std::string_view> words) {
    return ends_with_any(text, std::span<const std::string_view>(words.begin(), words.size()));
}

}  // namespace gouji::prose
