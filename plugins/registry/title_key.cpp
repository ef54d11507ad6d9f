#include <gouji/utf8.hpp>

#include <array>

#include "documents.hpp"

namespace gouji::registry {
namespace {

using namespace std::string_view_literals;

/// Longest first: an office's own name holds the name of the one above it.
constexpr std::array offices{"国务院办公厅政府信息与政务公开办公室"sv, "中共中央办公厅"sv,
                             "国务院办公厅"sv, "国务院"sv};

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

bool is_title_mark(char32_t c) {
    return c == U'《' || c == U'》' || c == U'〈' || c == U'〉' || c == '<' || c == '>' ||
           c == U'＜' || c == U'＞' || c == U'“' || c == U'”';
}

std::string bare(std::string_view title) {
    std::string out;
    for (std::size_t at = 0; at < title.size();) {
        const Char c = char_at(title, at);
        if (!is_title_mark(c.code) && !is_blank(c.code) && !is_line_end(c.code))
            out.append(title.substr(at, c.size));
        at += c.size;
    }
    return out;
}

void erase_all(std::string& text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at))
        text.erase(at, word.size());
}

}  // namespace

std::string title_key(std::string_view title) {
    const std::string whole = bare(title);
    std::string_view rest = whole;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view office : offices) again = take(rest, office) || again;
    }
    std::string key(rest);
    for (const std::string_view word : {"关于"sv, "印发"sv, "中华人民共和国"sv})
        erase_all(key, word);
    constexpr std::string_view notice = "的通知";
    if (key.ends_with(notice)) key.resize(key.size() - notice.size());
    return key;
}

bool nationally_issued(std::string_view title) {
    const std::string whole = bare(title);
    for (const std::string_view office : offices) {
        if (whole.starts_with(office)) return true;
    }
    return whole.starts_with("中华人民共和国");
}

bool national_issuer(std::string_view issuer) {
    return issuer.starts_with("国办") || issuer.starts_with("国务院") ||
           issuer.starts_with("国令") || issuer.starts_with("中办") ||
           issuer.starts_with("中华人民共和国国务院");
}

}  // namespace gouji::registry
