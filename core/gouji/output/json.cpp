#include "gouji/output/json.hpp"

#include "gouji/base/hash.hpp"
#include "gouji/text/utf8_check.hpp"
#include <gouji/utf8.hpp>

#include <array>

namespace gouji {

namespace {

/// The characters that end a line for editors and for other languages, though not for JSON: NEL,
/// LINE SEPARATOR, PARAGRAPH SEPARATOR. As the code that follows \u; empty for any other.
std::string_view line_end(std::string_view text) {
    if (text.substr(0, 2) == "\xC2\x85") return "0085";
    if (text.substr(0, 3) == "\xE2\x80\xA8") return "2028";
    if (text.substr(0, 3) == "\xE2\x80\xA9") return "2029";
    return {};
}

/// Whether a byte stands for itself. C2 and E2 may begin what does not.
constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
    for (const unsigned byte : {0x22U, 0x5CU, 0x7FU, 0xC2U, 0xE2U}) plain[byte] = false;
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

void Json::quote(std::string_view text) {
    if (find_ill_formed(text) != std::string_view::npos) return quote(replace_invalid_utf8(text));
    out_->push_back('"');
    std::size_t plain = 0;  // start of what needs no escape
    for (std::size_t i = behind_plain(text, 0); i < text.size(); i = behind_plain(text, i + 1)) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == 0xC2 || byte == 0xE2) {
            const std::string_view code = line_end(text.substr(i));
            if (code.empty()) continue;
            out_->append(text, plain, i - plain);
            out_->append("\\u").append(code);
            i += byte == 0xC2 ? 1 : 2;
            plain = i + 1;
            continue;
        }
        out_->append(text, plain, i - plain);
        plain = i + 1;
        switch (byte) {
            case '"':
                out_->append("\\\"");
                break;
            case '\\':
                out_->append("\\\\");
                break;
            case '\n':
                out_->append("\\n");
                break;
            case '\r':
                out_->append("\\r");
                break;
            case '\t':
                out_->append("\\t");
                break;
            default:
                out_->append("\\u00").append(hexadecimal(byte, 2));
        }
    }
    out_->append(text, plain, text.size() - plain);
    out_->push_back('"');
}

}  // namespace gouji
