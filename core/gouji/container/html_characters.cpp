#include "gouji/container/html_characters.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

constexpr std::string_view html_blanks = " \t\n\r\f";

bool is_html_blank(char c) { return html_blanks.find(c) != std::string_view::npos; }

bool is_reference_character(char c) {
    return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::optional<HtmlCharacters::Stretch> HtmlCharacters::next() {
    while (at_ < source_.size() && shown_at_ < shown_.size()) {
        const char c = source_[at_];
        if (c == '\0') {  // dropped by the parser
            ++at_;
        } else if (is_html_blank(c)) {
            return blanks();
        } else if (c == '<' && shown_[shown_at_] != '<') {
            // A tag that closes or opens nothing: no node of its own.
            at_ = std::min(source_.find('>', at_), source_.size() - 1) + 1;
        } else if (c == '&') {
            return reference();
        } else {
            return plain();
        }
    }
    return std::nullopt;
}

std::optional<HtmlCharacters::Stretch> HtmlCharacters::blanks() {
    Stretch out;
    out.at = at_;
    out.blank = true;
    for (; at_ < source_.size() && is_html_blank(source_[at_]); ++at_) {
        out.line_end |= source_[at_] == '\n' || source_[at_] == '\r';
    }
    out.size = at_ - out.at;
    while (shown_at_ < shown_.size() && is_html_blank(shown_[shown_at_])) ++shown_at_;
    return out;
}

std::optional<HtmlCharacters::Stretch> HtmlCharacters::reference() {
    const Char shown = char_at(shown_, shown_at_);
    Stretch out;
    out.at = at_;
    std::size_t end = at_ + 1;
    while (end < source_.size() && is_reference_character(source_[end])) ++end;
    const bool closed = end < source_.size() && source_[end] == ';';
    const std::string_view name = source_.substr(at_ + 1, end - at_ - 1);
    if (shown.code == U'&' && !(closed && (name == "amp" || name == "AMP" || name == "#38"))) {
        out.size = 1;  // an ampersand that begins no reference
    } else if (closed) {
        out.size = end + 1 - at_;
    } else {
        // Without its semicolon, a reference ends where the rest agrees again.
        const char after =
            shown_at_ + shown.size < shown_.size() ? shown_[shown_at_ + shown.size] : '\0';
        while (end > at_ + 2 && after != '\0' && end < source_.size() && source_[end] != after &&
               source_[end] != '<' && source_[end] != '&') {
            --end;
        }
        out.size = end - at_;
    }
    out.shown = shown_.substr(shown_at_, shown.size);
    // A reference to a blank collapses with those around it, except a no-break one.
    out.blank = shown.size == 1 && is_html_blank(out.shown.front());
    at_ += out.size;
    shown_at_ += shown.size;
    return out;
}

std::optional<HtmlCharacters::Stretch> HtmlCharacters::plain() {
    Stretch out;
    out.at = at_;
    const std::size_t shown_from = shown_at_;
    while (at_ < source_.size() && shown_at_ < shown_.size()) {
        const char c = source_[at_];
        const bool special = is_html_blank(c) || c == '&' || c == '\0';
        if (special || c != shown_[shown_at_]) break;
        ++at_;
        ++shown_at_;
    }
    if (at_ == out.at) return std::nullopt;
    out.size = at_ - out.at;
    out.shown = shown_.substr(shown_from, shown_at_ - shown_from);
    out.exact = true;
    return out;
}

}  // namespace gouji
