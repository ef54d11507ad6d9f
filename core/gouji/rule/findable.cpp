#include "gouji/rule/findable.hpp"

#include <string>

namespace gouji {
namespace {

/// Whether the index can find a word in the folded prose: that has no blank but
/// between half-width words, and nothing in full width that has a half width.
bool findable(std::string_view word) {
    constexpr std::string_view ideographic_space = "\u3000";
    if (word.size() < 3) return false;
    if (word.find_first_of("\t\r\n") != std::string_view::npos) return false;
    // One blank stays between two half-width words.
    for (std::size_t at = word.find(' '); at != std::string_view::npos;
         at = word.find(' ', at + 1)) {
        const auto plain = [&](std::size_t i) {
            return i < word.size() && word[i] != ' ' && static_cast<unsigned char>(word[i]) < 0x80;
        };
        if (at == 0 || !plain(at - 1) || !plain(at + 1)) return false;
    }
    if (word.find(ideographic_space) != std::string_view::npos) return false;
    // Full-width digits and letters are U+FF10…U+FF5A: EF BC 90 … EF BD 9A.
    for (std::size_t at = word.find('\xEF'); at != std::string_view::npos;
         at = word.find('\xEF', at + 1)) {
        if (at + 2 >= word.size()) break;
        const auto code =
            static_cast<unsigned>((static_cast<unsigned char>(word[at + 1]) & 0x3FU) << 6U) |
            (static_cast<unsigned char>(word[at + 2]) & 0x3FU);
        const auto in = [&](unsigned from, unsigned to) { return code >= from && code <= to; };
        if (in(0xF10, 0xF19) || in(0xF21, 0xF3A) || in(0xF41, 0xF5A)) return false;
    }
    return true;
}

}  // namespace

std::optional<Error> unfindable(std::string_view word) {
    if (findable(word)) return std::nullopt;
    const std::string shown(word);
    return Error{"“" + shown +
                     "”查不到：要查找的词至少一个汉字或三个字母，不含空白（英文词之间的除外）、"
                     "全角数字和字母",
                 "'" + shown +
                     "' cannot be found: a word has one Han character or three letters at least, "
                     "no blanks but between half-width words, no full-width digits or letters"};
}

}  // namespace gouji
