#include "line.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <charconv>

namespace gouji::prose {
namespace {

using namespace std::string_view_literals;

bool is_mark(char32_t c) {
    constexpr std::u32string_view marks = U"，。；：（）！？,;:()";
    return marks.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string_view last_clause(std::string_view text) {
    for (std::size_t end = text.size(); end > 0;) {
        const Char c = char_before(text, end);
        if (is_mark(c.code)) return text.substr(end);
        end -= std::max<std::size_t>(1, c.size);
    }
    return text;
}

std::string_view first_clause(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        if (is_mark(c.code)) return text.substr(0, at);
        at += std::max<std::size_t>(1, c.size);
    }
    return text;
}

bool other_year(std::string_view text, int year) {
    if (has_any(text, {"去年"sv, "上年"sv, "上一年"sv, "往年"sv, "历年"sv, "以来"sv})) return true;
    for (std::size_t at = seek(text, "年"sv); at != std::string_view::npos;
         at = seek(text, "年"sv, at + 3)) {
        if (at < 4) continue;
        int said = 0;
        const auto [end, error] = std::from_chars(text.data() + at - 4, text.data() + at, said);
        if (error == std::errc() && end == text.data() + at && said >= 1990 && said != year &&
            year != 0)
            return true;
    }
    return false;
}

bool in_chapter(sdk::Document document, const gouji_sentence& sentence, std::string_view kind) {
    const auto chapters = document.chapters();
    for (std::uint32_t i = sentence.chapter; i < chapters.size(); i = chapters[i].parent) {
        if (sdk::view(chapters[i].kind) == kind) return true;
    }
    return false;
}

std::string_view heading(sdk::Document document, const gouji_sentence& sentence) {
    const auto chapters = document.chapters();
    return sentence.chapter < chapters.size() ? document.text(chapters[sentence.chapter].title)
                                              : std::string_view();
}

bool has_any(std::string_view text, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return seek(text, word) != std::string_view::npos;
    });
}

bool has_any(std::string_view text, std::span<const std::string> words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return seek(text, word) != std::string_view::npos;
    });
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.starts_with(word); });
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.ends_with(word); });
}

}  // namespace gouji::prose
