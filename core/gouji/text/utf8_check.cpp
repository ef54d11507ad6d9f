#include "gouji/text/utf8_check.hpp"

#include <cstdint>
#include <cstring>

namespace gouji {

std::size_t find_ill_formed(std::string_view bytes) {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const std::size_t size = bytes.size();
    const auto tail = [&](std::size_t i) { return i < size && (data[i] & 0xC0U) == 0x80U; };
    std::size_t i = 0;
    while (i < size) {
        // Han takes three bytes whose lead is E4…E9 and whose tails are free: the common case.
        while (i + 3 <= size && data[i] > 0xE0U && data[i] < 0xEDU &&
               (data[i + 1] & 0xC0U) == 0x80U && (data[i + 2] & 0xC0U) == 0x80U) {
            i += 3;
        }
        while (i + 8 <= size) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, data + i, 8);
            if ((eight & 0x8080808080808080U) != 0) break;
            i += 8;
        }
        if (i >= size) break;
        const unsigned char lead = data[i];
        if (lead < 0x80) {
            ++i;
        } else if (lead >= 0xC2 && lead < 0xE0) {
            if (!tail(i + 1)) return i;
            i += 2;
        } else if ((lead & 0xF0U) == 0xE0U) {
            if (!tail(i + 1) || !tail(i + 2)) return i;
            if (lead == 0xE0 && data[i + 1] < 0xA0) return i;   // overlong
            if (lead == 0xED && data[i + 1] >= 0xA0) return i;  // surrogate
            i += 3;
        } else if (lead >= 0xF0 && lead < 0xF5) {
            if (!tail(i + 1) || !tail(i + 2) || !tail(i + 3)) return i;
            if (lead == 0xF0 && data[i + 1] < 0x90) return i;   // overlong
            if (lead == 0xF4 && data[i + 1] >= 0x90) return i;  // past U+10FFFF
            i += 4;
        } else {
            return i;
        }
    }
    return std::string_view::npos;
}

std::string replace_invalid_utf8(std::string_view bytes) {
    std::string out;
    for (std::size_t bad = find_ill_formed(bytes); bad != std::string_view::npos;
         bad = find_ill_formed(bytes)) {
        out.append(bytes.substr(0, bad)).append("\xEF\xBF\xBD");
        bytes.remove_prefix(bad + 1);
    }
    return out.append(bytes);
}

}  // namespace gouji
