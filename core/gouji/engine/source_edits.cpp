#include "gouji/engine/source_edits.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Words as they are written in a page.
std::string in_html(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else {
            out += c;
        }
    }
    return out;
}

/// Whether the words of a .docx are all written in one paragraph, where a tracked change can
/// replace them.
bool within_paragraph(const File& file, Span span) {
    if (file.map().editable_sources(span).empty()) return false;
    const auto pieces = file.map().touching(span);
    return std::ranges::all_of(pieces, [&](const Piece* piece) {
        return piece->part == pieces.front()->part && piece->paragraph == pieces.front()->paragraph;
    });
}

}  // namespace

std::vector<SourceEdit> source_edits(const File& file, const Finding::Edit& edit) {
    if (file.kind() == ContainerKind::text) return {{edit.replaced, edit.by}};
    if (file.kind() == ContainerKind::docx) {
        return within_paragraph(file, edit.replaced)
                   ? std::vector{SourceEdit{edit.replaced, edit.by}}
                   : std::vector<SourceEdit>();
    }
    std::vector<SourceEdit> out;
    for (const Span span : file.map().editable_sources(edit.replaced))
        out.push_back({span, out.empty() ? in_html(edit.by) : std::string()});
    return out;
}

}  // namespace gouji
