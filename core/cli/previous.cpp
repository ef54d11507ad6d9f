#include "cli/previous.hpp"

#include "gouji/output/words.hpp"

#include <filesystem>
#include <map>

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// A glob and a list of files say themselves what they do not find.
Result<void> expect(const std::string& path, const std::string& place) {
    std::error_code error;
    if (path.starts_with('@') || path.find_first_of("*?") != std::string::npos) return {};
    if (path != "-" && fs::exists(path, error)) return {};
    return fail(place + " " + path + "：没有这个文件夹或文件",
                place + " " + path + ": there is no such folder or file");
}

void add(Notice::Kind kind, const std::vector<std::string>& names, const char* zh, const char* en,
         std::vector<Notice>& out) {
    if (names.empty()) return;
    const std::string count = std::to_string(names.size());
    out.push_back(
        {kind,
         {"上年的年报中，" + count + " 份" + zh + "：" + listed(names, Language::zh),
          "of last year's reports, " + count + " " + en + ": " + listed(names, Language::en)},
         std::nullopt,
         std::nullopt});
}

}  // namespace

void LastYear::add_notices(std::vector<Notice>& out) const {
    for (const auto& set : sets) {
        const PreviousReports::LeftOut& left = set->left_out();
        for (const Error& error : left.unreadable) {
            out.push_back({Notice::Kind::unreadable,
                           {"上年的 " + error.zh, "last year's " + error.en},
                           std::nullopt,
                           std::nullopt});
        }
        add(Notice::Kind::skipped, left.skipped, "没有读", "were not read", out);
        const auto unpaired = Notice::Kind::unpaired;
        add(unpaired, left.no_reports, "看不出是年报，没有用", "are no annual reports", out);
        add(unpaired, left.nameless, "认不出单位或年度，没有用", "do not tell agency or year", out);
        add(unpaired, left.doubles, "与同一单位的另一份内容相同，只用一份",
            "say the same as another of the same agency", out);
        add(unpaired, left.contrary, "与同一单位同一年度的另一份内容不同，都没有用",
            "differ from another of the same agency and year; none of these is used", out);
        if (set->size() == 0) {
            out.push_back(
                {unpaired,
                 {"上年的文件夹里没有能用的年报", "there is no usable report of last year"},
                 std::nullopt,
                 std::nullopt});
        }
    }
}

void LastYear::add_unasked(std::vector<Notice>& out) const {
    for (const auto& set : sets)
        add(Notice::Kind::unpaired, set->unasked(), "今年没有对应的", "have none this year", out);
}

Result<LastYear> compare_with_last_year(const CheckOptions& options, const LoadOptions& load,
                                        const std::atomic<bool>& stop, ResolvedConfigs& configs) {
    LastYear out;
    const auto read = [&](const std::vector<std::string>& paths) {
        out.sets.push_back(std::make_unique<const PreviousReports>(paths, *load.lexicon, load,
                                                                   options.run.jobs, stop));
        return out.sets.back().get();
    };
    if (!options.previous.empty()) {
        for (const std::string& path : options.previous) GOUJI_TRY_VOID(expect(path, "--previous"));
        const PreviousReports* const all = read(options.previous);
        for (ResolvedConfig& config : configs.resolved_configs) config.previous = all;
        return out;
    }
    std::map<const Configuration*, const PreviousReports*> known;
    for (ResolvedConfig& config : configs.resolved_configs) {
        if (config.configuration == nullptr || config.configuration->previous.empty()) continue;
        const PreviousReports*& of = known[config.configuration];
        if (of == nullptr) {
            std::vector<std::string> paths;
            for (const auto& [path, place] : config.configuration->previous) {
                paths.push_back((fs::path(config.configuration->folder) / path).string());
                GOUJI_TRY_VOID(expect(paths.back(), place + "："));
            }
            of = read(paths);
        }
        config.previous = of;
    }
    return out;
}

}  // namespace gouji
