#include "gouji/text/lines.hpp"

#include <array>

namespace gouji {
namespace {

/// Bytes at which a line end may begin; everything else is passed over at once.
constexpr auto suspicious = [] {
    std::array<bool, 256> table{};
    table['\n'] = table['\r'] = table[0xC2] = table[0xE2] = true;
    return table;
}();

}  // namespace

TextLine line_at(std::string_view text, std::uint32_t at) {
    const std::size_t size = text.size();
    const auto byte = [&](std::size_t i) {
        return i < size ? static_cast<unsigned char>(text[i]) : 0U;
    };
    for (std::size_t i = at; i < size; ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if (!suspicious[c]) continue;
        std::size_t end = 0;
        if (c == '\n') {
            end = 1;
        } else if (c == '\r') {
            end = byte(i + 1) == '\n' ? 2 : 1;
        } else if (c == 0xC2 && byte(i + 1) == 0x85) {
            end = 2;
        } else if (c == 0xE2 && byte(i + 1) == 0x80 &&
                   (byte(i + 2) == 0xA8 || byte(i + 2) == 0xA9)) {
            end = 3;
        }
        if (end != 0) return {span_of(at, i), static_cast<std::uint32_t>(i + end)};
    }
    return {span_of(at, size), static_cast<std::uint32_t>(size)};
}

}  // namespace gouji
