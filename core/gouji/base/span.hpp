#pragma once

#include <gouji/abi.h>

#include <cstdint>
#include <string_view>

namespace gouji {

/// A stretch of a document's text, as UTF-8 byte offsets: [begin, end).
/// The boundary's own value, so that spans cross it without being copied.
using Span = gouji_span;

[[nodiscard]] constexpr Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}
[[nodiscard]] constexpr std::uint32_t size(Span span) { return span.end - span.begin; }
[[nodiscard]] constexpr bool empty(Span span) { return span.begin == span.end; }
[[nodiscard]] constexpr bool contains(Span outer, Span inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}
[[nodiscard]] constexpr bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }
[[nodiscard]] constexpr bool same(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }

[[nodiscard]] constexpr gouji_text raw(std::string_view text) { return {text.data(), text.size()}; }
[[nodiscard]] constexpr std::string_view view(gouji_text text) { return {text.data, text.size}; }

}  // namespace gouji
