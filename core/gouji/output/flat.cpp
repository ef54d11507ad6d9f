#include "gouji/output/flat.hpp"

#include "gouji/engine/fingerprint.hpp"
#include "gouji/engine/logical_location.hpp"
#include "gouji/output/words.hpp"

#include <filesystem>

namespace gouji {

void each_flat(const AnalyzedReport& analyzed, const RunView& run,
               const std::function<void(const Flat&)>& each) {
    if (analyzed.diagnostics.empty()) return;
    const LineIndex& lines = analyzed.file->source_lines();
    const std::string path = result_path(analyzed.file->name());
    for (std::size_t i = 0; i < analyzed.diagnostics.size(); ++i) {
        const Diagnostic& diagnostic = analyzed.diagnostics[i];
        if (!diagnostic.counts()) continue;
        const Finding& finding = diagnostic.finding;
        const Page& page = run.context.catalogue.rules()[finding.rule].page;
        const Span at = analyzed.file->source_span(finding.where);
        each({path, &page, diagnostic.level,
              format_message(words_of(page, finding.message, run.language), finding.arguments),
              lines.position(at.begin), lines.position(at.end), analyzed.prints[i].context,
              logical_location(analyzed, finding.where).path(" › ")});
    }
}

std::string result_path(std::string_view name) {
    namespace fs = std::filesystem;
    const fs::path path{name};
    std::error_code error;
    const fs::path relative = path.is_absolute() ? path.lexically_relative(fs::current_path(error))
                                                 : path.lexically_normal();
    const bool below = !error && !relative.empty() && *relative.begin() != "..";
    return (below ? relative : path).generic_string();
}

}  // namespace gouji
