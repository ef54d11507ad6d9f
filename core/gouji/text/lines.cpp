#include "gouji/text/lines.hpp"

#include <array>
#include <cstdint>

namespace gouji {
namespace {

/// By its first byte, how far to the next character; 0 where a line end may begin.
constexpr auto steps = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(1);
    for (std::size_t lead = 0xC0; lead < 0xE0; ++lead) table[lead] = 2;
    for (std::size_t lead = 0xE0; lead < 0xF0; ++lead) table[lead] = 3;
    for (std::size_t lead = 0xF0; lead < 0x100; ++lead) table[lead] = 4;
    table['\n'] = table['\r'] = table[0xC2] = table[0xE2] = 0;
    return table;
}();

}  // namespace

TextLine line_at(std::string_view text, std::uint32_t at) {
    const std::size_t size = text.size();
    const auto byte = [&](std::size_t i) {
        return i < size ? static_cast<unsigned char>(text[i]) : 0U;
    };
    for (std::size_t i = at; i < size;) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if (steps[c] != 0) {
            i += steps[c];
            continue;
        }
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
        i += c == 0xC2 ? 2 : 3;
    }
    return {span_of(at, size), static_cast<std::uint32_t>(size)};
}

}  // namespace gouji
