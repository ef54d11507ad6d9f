#include "gouji/text/line_index.hpp"

#include "gouji/text/lines.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::uint32_t stride = 32;

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
        if (line.next == line.span.end) break;  // no line end: the last line
        at = line.next;
    }
}

LineIndex::Found LineIndex::find(std::uint32_t offset) const {
    const auto behind = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto block = static_cast<std::uint32_t>(behind - starts_.begin()) - 1;
    std::uint32_t number = block * stride + 1;
    TextLine line = line_at(text_, starts_[block]);
    while (line.next <= offset && number < lines_) {
        line = line_at(text_, line.next);
        ++number;
    }
    return {number, line.span};
}

Position LineIndex::position(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const Found found = find(offset);
    const std::uint32_t end = std::clamp(offset, found.span.begin, found.span.end);
    return {found.line, 1 + utf16_units(text_.substr(found.span.begin, end - found.span.begin))};
}

Span LineIndex::span(std::uint32_t line) const {
    if (line == 0 || line > lines_) return span_of(text_.size(), text_.size());
    TextLine found = line_at(text_, starts_[(line - 1) / stride]);
    for (std::uint32_t i = (line - 1) % stride; i > 0; --i) found = line_at(text_, found.next);
    return found.span;
}

}  // namespace gouji
