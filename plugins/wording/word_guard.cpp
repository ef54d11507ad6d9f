#include "word_guard.hpp"

#include <gouji/utf8.hpp>

namespace gouji::wording {
namespace {

constexpr int reach = 10;  // characters

}  // namespace

std::vector<sdk::Span> words_around(const sdk::Document& document, std::string_view text,
                                    std::size_t at, std::size_t end) {
    std::size_t from = at;
    for (int i = 0; i < reach; ++i) {
        const Char c = char_before(text, from);
        if (c.size == 0 || !is_han(c.code)) break;
        from -= c.size;
    }
    std::size_t to = end;
    for (int i = 0; i < reach; ++i) {
        const Char c = char_at(text, to);
        if (c.size == 0 || !is_han(c.code)) break;
        to += c.size;
    }
    std::vector<sdk::Span> words = document.words(text.substr(from, to - from));
    for (sdk::Span& word : words) {
        word.begin += static_cast<std::uint32_t>(from);
        word.end += static_cast<std::uint32_t>(from);
    }
    return words;
}

bool crosses_word(const std::vector<sdk::Span>& words, std::size_t at, std::size_t end) {
    for (const sdk::Span word : words) {
        const bool over_begin = word.begin < at && at < word.end;
        const bool over_end = word.begin < end && end < word.end;
        if (over_begin || over_end) return true;
    }
    return false;
}

bool crosses_word(const sdk::Document& document, std::string_view text, std::size_t at,
                  std::size_t end) {
    return crosses_word(words_around(document, text, at, end), at, end);
}

}  // namespace gouji::wording
