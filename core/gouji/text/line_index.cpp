#include "gouji/text/line_index.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::uint32_t stride = 32;
constexpr std::uint32_t mark_stride = 4096;  // bytes; a line that is no longer is walked through

/// UTF-16 code units of well-formed UTF-8: one a character, two for those of four bytes.
std::uint32_t utf16_units(std::string_view text) {
    std::uint32_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0U) != 0x80U;
        units += byte >= 0xF0U;
    }
    return units;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
    std::uint32_t at = 0;
    while (true) {
        if (lines_ % stride == 0) starts_.push_back(at);
        ++lines_;
        const TextLine line = line_at(text_, at);
        if (size(line.span) > mark_stride) remember(line);
        if (line.next == line.span.end) break;  // no line end: the last line
        at = line.next;
    }
}

void LineIndex::remember(const TextLine& line) {
    long_lines_.push_back({lines_, line, static_cast<std::uint32_t>(marks_.size())});
    std::uint32_t units = 0;
    for (std::uint32_t at = line.span.begin; at < line.span.end; at += mark_stride) {
        marks_.push_back(units);
        units += utf16_units(text_.substr(at, std::min(mark_stride, line.span.end - at)));
    }
}

/// The long line that holds an offset, its line end included.
const LineIndex::LongLine* LineIndex::long_line(std::uint32_t offset) const {
    const auto after = std::ranges::upper_bound(
        long_lines_, offset, {}, [](const LongLine& line) { return line.text.span.begin; });
    if (after == long_lines_.begin()) return nullptr;
    const LongLine& line = *(after - 1);
    const bool inside = offset < line.text.next || offset == line.text.span.end;
    return inside ? &line : nullptr;
}

TextLine LineIndex::line_from(std::uint32_t begin) const {
    const LongLine* known = long_line(begin);
    return known != nullptr ? known->text : line_at(text_, begin);
}

LineIndex::Found LineIndex::find(std::uint32_t offset) const {
    if (const LongLine* line = long_line(offset)) return {line->line, line->text.span};
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto block = static_cast<std::uint32_t>(after - starts_.begin()) - 1;
    std::uint32_t number = block * stride + 1;
    TextLine line = line_from(starts_[block]);
    while (line.next <= offset && number < lines_) {
        line = line_from(line.next);
        ++number;
    }
    return {number, line.span};
}

/// UTF-16 units from a line's begin to `end`.
std::uint32_t LineIndex::units(Span line, std::uint32_t end) const {
    std::uint32_t from = line.begin;
    std::uint32_t counted = 0;
    if (size(line) > mark_stride) {
        const std::uint32_t mark = (end == line.begin ? 0 : end - line.begin - 1) / mark_stride;
        counted = marks_[long_line(line.begin)->first_mark + mark];
        from += mark * mark_stride;
    }
    return counted + utf16_units(text_.substr(from, end - from));
}

Position LineIndex::position(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const Found found = find(offset);
    const std::uint32_t end = std::clamp(offset, found.span.begin, found.span.end);
    return {found.line, 1 + units(found.span, end)};
}

Span LineIndex::span(std::uint32_t line) const {
    if (line == 0 || line > lines_) return span_of(text_.size(), text_.size());
    TextLine found = line_from(starts_[(line - 1) / stride]);
    for (std::uint32_t i = (line - 1) % stride; i > 0; --i) found = line_from(found.next);
    return found.span;
}

}  // namespace gouji
