// What ICU's dictionary makes of the words around a suspicious stretch. Costs some microseconds, so
// only candidates are asked about.
#pragma once

#include <gouji/sdk.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace gouji::wording {

/// The words of the clause around [at, end): between the nearest punctuation marks, at most some
/// ten characters on each side. Spans count in `text`.
[[nodiscard]] std::vector<sdk::Span> words_around(const sdk::Document& document,
                                                  std::string_view text, std::size_t at,
                                                  std::size_t end);

/// Whether a word of several characters begins inside [at, end) and ends after it, or begins in
/// front of it and ends inside.
[[nodiscard]] bool crosses_word(const sdk::Document& document, std::string_view text,
                                std::size_t at, std::size_t end);
[[nodiscard]] bool crosses_word(const std::vector<sdk::Span>& words, std::size_t at,
                                std::size_t end);

}  // namespace gouji::wording
