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

/// Whether a byte stands for itself. C2, D8 and E2 may begin what is_obeyed.
constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
    for (const unsigned byte : {0x22U, 0x5CU, 0x7FU, 0xC2U, 0xD8U, 0xE2U}) plain[byte] = false;
    return plain;
}();

/// Where the next byte is that may not stand for itself.
std::size_t behind_plain(std::string_view text, std::size_t at) {
    while (true) {
        at = behind_han(text, at);
        if (at == text.size() || !plain_bytes[static_cast<unsigned char>(text[at])]) return at;
        ++at;
    }
}

}  // namespace

void quote_json(std::string& out, std::string_view text) {
    if (find_ill_formed(text) != std::string_view::npos)
        return quote_json(out, replace_invalid_utf8(text));
    out.push_back('"');
    std::size_t plain = 0;  // start of what needs no escape
    for (std::size_t i = behind_plain(text, 0); i < text.size(); i = behind_plain(text, i)) {
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
