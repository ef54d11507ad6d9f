#include "gouji/engine/file_reports.hpp"

#include "gouji/parse/parse.hpp"
#include "gouji/parse/structured.hpp"

#include <algorithm>

namespace gouji {

Span next_report(const File& file, std::uint32_t offset, const Lexicon& lexicon) {
    const auto end = static_cast<std::uint32_t>(file.text().view().size());
    if (file.kind() == ContainerKind::html) return {offset, end};
    // A report is never empty, so every byte belongs to one report and the loop ends.
    return {offset, std::clamp(next_report(file.text(), offset, lexicon).end, offset + 1, end)};
}

Document parse_report(const File& file, Span extent, const Lexicon& lexicon) {
    const Structure* const structure = file.structure();
    return structure == nullptr
               ? parse_report(file.text(), extent, file.base_name(), lexicon)
               : parse_structured(file.text(), extent, file.base_name(), lexicon, *structure);
}

}  // namespace gouji
