#pragma once

#include <gouji/sdk.hpp>
#include <gouji/utf8.hpp>

#include <string>
#include <string_view>

namespace gouji::previous {

/// Calls `each(folded span)` for every paragraph of prose, no headings, title or signature.
template <class Each>
void each_paragraph(const sdk::Document& document, const Each& each) {
    const sdk::Prose prose = document.prose();
    const auto spans = prose.paragraphs();
    const auto nodes = prose.nodes();
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (document.kind(nodes[i]) == sdk::Kind::paragraph) each(spans[i]);
    }
}

/// A text with signs for its year and the one after, and without its line end.
[[nodiscard]] inline std::string without_year(std::string_view text, int year) {
    const std::string digits = std::to_string(year);
    const std::string next = std::to_string(year + 1);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with(digits)) {
            out += '#';
            at += digits.size();
        } else if (text.substr(at).starts_with(next)) {
            out += '+';
            at += next.size();
        } else if (text[at] != '\n') {
            out += text[at++];
        } else {
            ++at;
        }
    }
    return out;
}

}  // namespace gouji::previous
