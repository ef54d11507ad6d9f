#include "gouji/container/docx_splices.hpp"

#include <algorithm>
#include <utility>

namespace gouji {

std::string DocxSplices::applied(std::string_view bytes) && {
    std::ranges::stable_sort(splices_, [](const Splice& a, const Splice& b) {
        return std::pair(a.at.begin, a.at.end) < std::pair(b.at.begin, b.at.end);
    });
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 4);
    std::uint32_t at = 0;
    for (const Splice& splice : splices_) {
        if (splice.at.begin < at) continue;
        out += bytes.substr(at, splice.at.begin - at);
        out += splice.by;
        at = splice.at.end;
    }
    out += bytes.substr(at);
    return out;
}

std::string xml_escaped(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    for (const char c : words) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else {
            const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
            out += control ? ' ' : c;
        }
    }
    return out;
}

}  // namespace gouji
