#include "gouji/report/flat.hpp"

#include "gouji/engine/fingerprint.hpp"
#include "gouji/engine/whereabouts.hpp"
#include "gouji/report/words.hpp"

#include <filesystem>

namespace gouji {

void each_flat(const Examined& examined, const RunView& run,
               const std::function<void(const Flat&)>& each) {
    if (examined.verdicts.empty()) return;
    const LineIndex& lines = examined.file->lines();
    const std::string path = result_path(examined.file->name());
    for (std::size_t i = 0; i < examined.verdicts.size(); ++i) {
        const Verdict& verdict = examined.verdicts[i];
        if (!verdict.counts()) continue;
        const Finding& finding = verdict.finding;
        const Page& page = run.setup.catalogue.rules()[finding.rule].page;
        each({path, &page, verdict.level,
              spelled(words_of(page, finding.message, run.english), finding.arguments),
              lines.position(finding.where.begin), lines.position(finding.where.end),
              examined.prints[i].context, whereabouts(examined, finding.where).path(" › ")});
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
