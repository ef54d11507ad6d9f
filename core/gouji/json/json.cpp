#include "gouji/json/json.hpp"

#include "gouji/base/hash.hpp"
#include "gouji/text/controls.hpp"
#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

#include <array>

namespace gouji {
namespace {

/// What stands for a character that cannot stand for itself in a JSON string, or that whoever shows
/// the JSON would obey.
void escape(std::string& out, char32_t code) {
    switch (code) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out.append("\\u").append(hexadecimal(code, 4));
    }
}

/// Whether an ASCII byte stands for itself.
constexpr std::array<bool, 128> plain_bytes = [] {
    std::array<bool, 128> plain{};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
    for (const unsigned byte : {0x22U, 0x5CU, 0x7FU}) plain[byte] = false;
    return plain;
}();

/// Whether a byte begins a character that stands for itself when two bytes follow that continue it:
/// Han and the marks between them. E2 may begin what is_obeyed; behind E0 and ED not all bytes are
/// well-formed.
constexpr bool begins_three(unsigned char byte) {
    return byte >= 0xE1 && byte <= 0xEF && byte != 0xE2 && byte != 0xED;
}

/// Where the next character is that may not stand for itself, or is ill-formed.
std::size_t behind_plain(std::string_view text, std::size_t at) {
    const auto* data = reinterpret_cast<const unsigned char*>(text.data());
    const auto continues = [&](std::size_t i) { return (data[i] & 0xC0U) == 0x80U; };
    while (at < text.size()) {
        if (data[at] < 0x80) {
            if (!plain_bytes[data[at]]) return at;
            ++at;
        } else {
            if (!begins_three(data[at]) || text.size() - at < 3) return at;
            if (!continues(at + 1) || !continues(at + 2)) return at;
            at += 3;
        }
    }
    return at;
}

}  // namespace

void quote_json(std::string& out, std::string_view text) {
    out.push_back('"');
    std::size_t plain = 0;  // start of what needs no escape
    for (std::size_t i = behind_plain(text, 0); i < text.size(); i = behind_plain(text, i)) {
        if (find_ill_formed(text.substr(i, 4)) == 0) {
            out.append(text, plain, i - plain).append("\xEF\xBF\xBD");
            plain = ++i;
            continue;
        }
        const Char c = char_at(text, i);
        if (is_obeyed(c.code) || c.code == '"' || c.code == '\\') {
            out.append(text, plain, i - plain);
            escape(out, c.code);
            plain = i + c.size;
        }
        i += c.size;
    }
    out.append(text, plain, text.size() - plain);
    out.push_back('"');
}

}  // namespace gouji
