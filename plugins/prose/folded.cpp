#include "folded.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji::prose {
namespace {

bool kept(char32_t c) { return !is_blank(c) && !is_line_end(c) && half_width(c) == c; }

bool plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        // Han characters, by far the most frequent, need no closer look.
        if (byte >= 0xE4 && byte < 0xEF) {
            at += 3;
            continue;
        }
        const Char c = char_at(text, at);
        if (!kept(c.code)) return false;
        at += std::max<std::uint32_t>(1, c.size);
    }
    return true;
}

}  // namespace

Folded::Folded(std::string_view whole, gouji_span span)
    : view_(whole.substr(span.begin, span.end - span.begin)), span_(span) {
    if (!plain(view_)) copy(view_);
}

void Folded::copy(std::string_view printed) {
    copied_ = true;
    copy_.reserve(printed.size());
    offsets_.reserve(printed.size() + 1);
    for (std::size_t at = 0; at < printed.size();) {
        const Char c = char_at(printed, at);
        if (!is_blank(c.code) && !is_line_end(c.code)) {
            append(copy_, half_width(c.code));
            offsets_.resize(copy_.size(), static_cast<std::uint32_t>(at));
        }
        at += std::max<std::uint32_t>(1, c.size);
    }
}

std::uint32_t Folded::fold(std::uint32_t offset) const {
    const std::uint32_t inside =
        offset < span_.begin ? 0 : std::min(offset, span_.end) - span_.begin;
    if (!copied_) return inside;
    return static_cast<std::uint32_t>(std::lower_bound(offsets_.begin(), offsets_.end(), inside) -
                                      offsets_.begin());
}

gouji_span Folded::source(std::size_t begin, std::size_t end) const {
    if (!copied_) {
        return {span_.begin + static_cast<std::uint32_t>(begin),
                span_.begin + static_cast<std::uint32_t>(end)};
    }
    if (begin >= offsets_.size()) return {span_.end, span_.end};
    const std::uint32_t from = span_.begin + offsets_[begin];
    if (end <= begin) return {from, from};
    const std::uint32_t last = offsets_[end - 1];
    const Char c = char_at(view_, last);
    return {from, span_.begin + last + c.size};
}

}  // namespace gouji::prose
