#include "gouji/output/flat.hpp"

#include "gouji/engine/fingerprint.hpp"
#include "gouji/engine/logical_location.hpp"
#include "gouji/output/checkout.hpp"
#include "gouji/output/notice_descriptor.hpp"
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

namespace {

std::string path_below(std::string_view name, const std::filesystem::path& root) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path path{name};
    const fs::path relative = fs::absolute(path, error).lexically_normal().lexically_relative(root);
    const bool below = !error && !relative.empty() && *relative.begin() != "..";
    return (below ? relative : path.lexically_normal()).generic_string();
}

std::filesystem::path working_folder() {
    std::error_code ignored;
    return std::filesystem::current_path(ignored);
}

}  // namespace

std::string result_path(std::string_view name) {
    static const std::filesystem::path root = [] {
        const std::string checkout = checkout_root(working_folder().string());
        return checkout.empty() ? working_folder() : std::filesystem::path(checkout);
    }();
    return name == "<stdin>" ? "stdin" : path_below(name, root);
}

std::string screen_path(std::string_view name) {
    static const std::filesystem::path here = working_folder();
    return name == "<stdin>" ? std::string(name) : path_below(name, here);
}

std::string_view notice_id(const Notice& notice, const RunView& run) {
    if (notice.rule) return run.context.catalogue.rules()[*notice.rule].page.id;
    return descriptor_of(notice.kind).id;
}

std::string notice_path(const Notice& notice, const RunView& run) {
    return notice.file ? result_path(run.inputs[*notice.file].name) : std::string();
}

}  // namespace gouji
