// modules FILE: one file through every module on one thread, and the share of the time that each
// module takes; then the rules that take most.
#include "gouji/diagnostics/diagnostic.hpp"
#include "gouji/diagnostics/profile.hpp"
#include "gouji/engine/analyzed_report.hpp"
#include "gouji/engine/catalogue.hpp"
#include "gouji/engine/checkers.hpp"
#include "gouji/engine/file.hpp"
#include "gouji/engine/inputs.hpp"
#include "gouji/output/format.hpp"
#include "gouji/parse/parse.hpp"
#include "gouji/rule/collector.hpp"
#include "gouji/semantic/analyze.hpp"
#include "gouji/terms/term_hits.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace gouji;
/// This thread's own time: what else the machine does is not in it. Asking costs a system call, so
/// it is for modules; for the many short checks of rules the wall clock has to do.
double processor_time() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}
double wall_time() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Time spent, by name, in the order of first use.
class Ledger {
public:
    explicit Ledger(double (*now)()) : now_(now) {}

    /// What `work` returns; its time goes to `name`.
    template <class Work>
    auto timed(const std::string& name, Work&& work) {
        struct Entry {
            double& seconds;
            double (*now)();
            double begin = now();
            ~Entry() { seconds += now() - begin; }
        };
        const Entry entry{seconds(name), now_};
        return work();
    }

    void print(const char* heading, std::size_t most, double whole, double units) const {
        std::puts(heading);
        auto sorted = entries_;
        if (most < sorted.size()) {
            std::sort(sorted.begin(), sorted.end(),
                      [](const auto& a, const auto& b) { return a.second > b.second; });
            sorted.resize(most);
        }
        for (const auto& [name, spent] : sorted) {
            std::printf("  %-32s %5.1f %%  %8.1f µs\n", name.c_str(), 100 * spent / whole,
                        1e6 * spent / units);
        }
    }
    [[nodiscard]] double total() const {
        double sum = 0;
        for (const auto& entry : entries_) sum += entry.second;
        return sum;
    }

private:
    double& seconds(const std::string& name) {
        for (auto& [known, spent] : entries_) {
            if (known == name) return spent;
        }
        return entries_.emplace_back(name, 0.0).second;
    }

    double (*now_)();
    std::vector<std::pair<std::string, double>> entries_;
};

int measure(const std::string& path) {
    auto editions = load_editions(GOUJI_BUILD "/share/gouji/rules/editions");
    if (!editions) {
        std::fprintf(stderr, "%s\n", editions.error().zh.c_str());
        return 1;
    }
    const Lexicon lexicon(*editions);
    const Catalogue catalogue = [&] {
        Places places;
        places.own_plugins = GOUJI_BUILD "/lib/gouji/plugins";
        return Catalogue::load(places, *editions);
    }();
    const auto rules = catalogue.rules();
    Profile whole(rules);
    auto built = std::make_unique<const Checkers>(catalogue, whole);
    std::vector<ResolvedConfig> resolved_configs;
    resolved_configs.push_back({std::move(whole), std::move(built), {}, nullptr});
    const Profile& profile = resolved_configs[0].profile;
    const Checkers& checkers = *resolved_configs[0].checkers;
    const AnalysisOptions& options = resolved_configs[0].analysis;
    const std::vector<InputContext> of_input(1);
    const LoadOptions load{std::uint64_t{1} << 31U, ""};
    const RunContext setup{lexicon, catalogue, resolved_configs, of_input, load, nullptr};
    const std::vector<Input> inputs = {{path, path, false, {}}};
    const RunView run{setup, inputs, {}, {}, nullptr, "", Language::zh, Level::error, false, false};
    const auto sarif = make_sarif_format(run);
    const std::atomic<bool> stop{false};

    Ledger modules(processor_time);
    Ledger checks(wall_time);
    double reports = 0;
    std::size_t findings = 0;
    const auto file = modules.timed("text", [&] { return File::load(inputs[0], load); });
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().zh.c_str());
        return 1;
    }
    const Text& text = (*file)->text();
    for (std::uint32_t at = 0; at < text.view().size(); ++reports) {
        const Span extent = modules.timed("parse", [&] { return next_report(text, at, lexicon); });
        Document document = modules.timed(
            "parse", [&] { return parse_report(text, extent, (*file)->base_name(), lexicon); });
        SemanticModel model =
            modules.timed("semantic", [&] { return analyze(document, lexicon, options); });
        Collector collector(text.view(), extent, stop);
        modules.timed("check", [&] {
            const TermHits hits(checkers.terms(), model.prose);
            checks.timed("(terms)", [&] { return hits.every().size(); });
            for (const Active& active : checkers.looking_at(gouji::view(model.summary.edition))) {
                const Page& page = rules[active.rule].page;
                collector.begin(active.rule, page);
                checks.timed(page.id, [&] {
                    active.checker->check({document, model, hits}, collector);
                });
                collector.end();
            }
        });
        auto diagnostics = modules.timed("diagnostics", [&] {
            return resolve_diagnostics(std::move(collector.findings), rules, profile);
        });
        findings += diagnostics.size();
        AnalyzedReport analyzed{*file,
                                0,
                                std::move(document),
                                std::move(model),
                                std::move(diagnostics),
                                {},
                                {},
                                {},
                                {},
                                0,
                                {},
                                {}};
        analyzed.prints =
            modules.timed("diagnostics", [&] { return fingerprints(analyzed, catalogue); });
        modules.timed("output", [&] {
            std::size_t bytes = 0;
            sarif->render(analyzed, 0, [&](std::string_view piece) { bytes += piece.size(); });
            return bytes;
        });
        at = extent.end;
    }
    std::printf("%.0f 份年报 reports, %zu 条结果 findings, %.2f s\n", reports, findings,
                modules.total());
    modules.print("各步骤占比，每份用时 share of each module, and a report's time", 99,
                  modules.total(), reports);
    checks.print("最慢的规则 the slowest rules", 8, checks.total(), reports);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count == 2) return measure(words[1]);
    std::fputs("usage: modules FILE\n", stderr);
    return 2;
}
