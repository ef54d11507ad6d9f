#include "gouji/lsp/text_document.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

std::uint32_t units(Char c, PositionEncoding encoding) {
    if (encoding == PositionEncoding::utf8) return c.size;
    return c.code > 0xFFFF ? 2 : 1;
}

/// Adds where lines begin behind the line ends in [from, to).
void add_starts(std::string_view text, std::uint32_t from, std::uint32_t to,
                std::vector<std::uint32_t>& out) {
    for (std::uint32_t at = from; at < to; ++at) {
        if (text[at] == '\n' ||
            (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')))
            out.push_back(at + 1);
    }
}

}  // namespace

TextDocument::TextDocument(std::string text, PositionEncoding encoding) : encoding_(encoding) {
    replace_all(std::move(text));
}

void TextDocument::replace_all(std::string text) {
    text_ = std::move(text);
    starts_.assign(1, 0);
    add_starts(text_, 0, static_cast<std::uint32_t>(text_.size()), starts_);
    known_offset_ = 0;
    known_ = {};
}

std::uint32_t TextDocument::line_at(std::uint32_t offset) const {
    return static_cast<std::uint32_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) -
                                      starts_.begin()) -
           1;
}

Span TextDocument::line(std::uint32_t line) const {
    if (line >= starts_.size()) return span_of(text_.size(), text_.size());
    const std::uint32_t begin = starts_[line];
    std::uint32_t end =
        line + 1 < starts_.size() ? starts_[line + 1] : static_cast<std::uint32_t>(text_.size());
    while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
    return {begin, end};
}

TextDocument::Found TextDocument::find(TextPosition position) const {
    const Span here = line(position.line);
    std::uint32_t at = here.begin;
    for (std::uint32_t left = position.character; left > 0 && at < here.end;) {
        const Char c = char_at(text_, at);
        const std::uint32_t wide = units(c, encoding_);
        if (wide > left) return {at, true};
        left -= wide;
        at += c.size;
    }
    return {at, false};
}

std::uint32_t TextDocument::offset(TextPosition position) const { return find(position).offset; }

TextPosition TextDocument::position(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const std::uint32_t line_number = line_at(offset);
    const Span here = line(line_number);
    offset = std::min(offset, here.end);
    if (known_.line != line_number || known_offset_ < here.begin || known_offset_ > offset) {
        known_ = {line_number, 0};
        known_offset_ = here.begin;
    }
    while (known_offset_ < offset) {
        const Char c = char_at(text_, known_offset_);
        if (known_offset_ + c.size > offset) break;  // inside a character
        known_.character += units(c, encoding_);
        known_offset_ += c.size;
    }
    return known_;
}

TextDocument::Edit TextDocument::replace(TextRange range, std::string_view by) {
    if (range.end < range.start) std::swap(range.start, range.end);
    const Found from = find(range.start);
    const Found to = find(range.end);
    const std::uint32_t end = to.offset + (to.splits ? char_at(text_, to.offset).size : 0);
    std::string words;
    if (from.splits && to.splits && by.empty() && encoding_ == PositionEncoding::utf16) {
        // The halves that stay meet, and are a character again.
        const char32_t high = char_at(text_, from.offset).code - 0x10000;
        const char32_t low = char_at(text_, to.offset).code - 0x10000;
        append(words, 0x10000 + (high & ~char32_t{0x3FF}) + (low & 0x3FFU));
    } else {
        if (from.splits) words += replacement;
        words += by;
        if (to.splits) words += replacement;
    }
    const Span replaced{from.offset, std::max(from.offset, end)};

    // Lines are looked for again from the one before the edit, since a \r in front of it may have
    // met a \n, up to the first that begins behind it.
    const std::size_t first =
        static_cast<std::size_t>(line_at(replaced.begin == 0 ? 0 : replaced.begin - 1));
    const auto behind = std::upper_bound(starts_.begin(), starts_.end(), replaced.end);
    const std::uint32_t scan_from = starts_[first];
    const auto delta = static_cast<std::int64_t>(words.size()) - size(replaced);
    const auto shifted = [&](std::uint32_t at) { return static_cast<std::uint32_t>(at + delta); };

    text_.replace(replaced.begin, size(replaced), words);
    std::vector<std::uint32_t> middle;
    const bool last = behind == starts_.end();
    const auto scan_to = last ? static_cast<std::uint32_t>(text_.size()) : shifted(*behind);
    add_starts(text_, scan_from, scan_to, middle);
    for (auto at = behind; at != starts_.end(); ++at) *at = shifted(*at);
    // The first line behind the edit was found again with the others.
    const auto kept = last ? behind : behind + 1;
    const auto gap = starts_.erase(starts_.begin() + static_cast<std::ptrdiff_t>(first) + 1, kept);
    starts_.insert(gap, middle.begin(), middle.end());
    known_offset_ = 0;
    known_ = {};
    return {replaced, span_of(replaced.begin, replaced.begin + words.size())};
}

}  // namespace gouji
