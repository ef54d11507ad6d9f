#include "cli/check_run.hpp"

#include "gouji/output/baseline_log.hpp"
#include "gouji/output/checkout.hpp"
#include "gouji/output/uri.hpp"
#include "gouji/output/words.hpp"

#include <algorithm>
#include <csignal>

#include "cli/check_outputs.hpp"
#include "cli/console.hpp"
#include "cli/diff_base.hpp"
#include "cli/notices.hpp"
#include "cli/previous.hpp"
#include "cli/progress.hpp"

namespace gouji {
namespace {

std::atomic<bool> interrupted{false};
std::atomic<bool> stopped{false};  ///< by a signal, or because there are enough findings

extern "C" void interrupt(int signal_number) {
    interrupted.store(true);
    stopped.store(true);
    std::signal(signal_number, SIG_DFL);  // the second time ends it at once
}

/// The earlier run that this one is compared with.
struct RunBaseline {
    std::optional<BaselineLog> log;
    std::optional<Baseline> baseline;
};

Result<RunBaseline> read_baseline(const CheckOptions& options, std::span<const Input> inputs,
                                  ResolvedConfigs& resolved_configs) {
    RunBaseline out;
    const std::string base = result_base();
    std::vector<std::string> uris;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        resolved_configs.inputs[i].uri = result_uri(inputs[i], base);
        uris.push_back(resolved_configs.inputs[i].uri);
    }
    if (!options.baseline.empty()) {
        GOUJI_TRY(auto log, BaselineLog::open(options.baseline));
        GOUJI_TRY(auto baseline, log.read(uris));
        out = {std::move(log), std::move(baseline)};
    }
    return out;
}

/// Takes the results of a run: writes them, counts them, decides the exit code.
class Run {
public:
    Run(const CheckOptions& options, const RunView& view, CheckOutputs& outputs)
        : options_(&options),
          view_(&view),
          outputs_(&outputs),
          used_(view.suppressions.size()),
          progress_(view.inputs.size(), options.quiet, options.language) {}

    void begin() {
        for (const Notice& notice : view_->notices) take(notice);
        outputs_->begin();
    }

    void deliver(ReportResult&& delivery) {
        // A report that was under way when the run was stopped may be incomplete.
        if (stopped.load()) return;
        seen_ = delivery.file + (delivery.last ? 1U : 0U);
        summary_.tally.add(delivery.tally);
        for (const std::uint32_t one : delivery.used) {
            if (one < used_.size()) used_[one] = true;
        }
        progress_.at(delivery.file);
        if (delivery.source) ++summary_.reports;
        for (Notice& notice : delivery.notices) {
            if (notice.kind == Notice::Kind::no_report) {
                --summary_.reports;
                notice.required =
                    !options_->allow_non_reports && !view_->inputs[delivery.file].walked;
            }
            take(notice);
        }
        outputs_->deliver(delivery);
        if (summary_.tally.total() >= options_->max_findings) stopped.store(true);
    }

    int end(const ResolvedConfigs& resolved_configs, const LastYear& previous) {
        progress_.done();
        note_what_is_missing(resolved_configs);
        const bool walked = std::any_of(view_->inputs.begin(), view_->inputs.end(),
                                        [](const Input& input) { return input.walked; });
        if (walked && !summary_.interrupted && !summary_.capped)
            previous.add_unasked(summary_.notices);
        for (const Notice& notice : summary_.notices) take(notice);
        if (unpaired_.size() > most_said && !options_->quiet) {
            complain(
                {"没有与上年对照的共 " + std::to_string(unpaired_.size()) + " 份：" +
                     listed(unpaired_, Language::zh),
                 std::to_string(unpaired_.size()) +
                     " reports not compared with last year's: " + listed(unpaired_, Language::en)},
                options_->language);
        }
        if (!skipped_.empty() && !options_->quiet && !outputs_->text_on_screen()) {
            complain({"没有读 " + listed(skipped_, Language::zh),
                      "not read: " + listed(skipped_, Language::en)},
                     options_->language);
        }
        const bool found = summary_.tally.at_least(options_->fail_on) > 0 ||
                           (summary_.capped && options_->fail_on != Level::off);
        summary_.exit_code = failed_ || summary_.interrupted ? exit_failed
                             : found                         ? exit_found
                                                             : exit_clean;
        summary_.ended = utc_now();
        return outputs_->end(summary_, options_->language) ? summary_.exit_code
                                                           : static_cast<int>(exit_failed);
    }

private:
    void note_what_is_missing(const ResolvedConfigs& resolved_configs) {
        const auto note = [&](Notice::Kind kind, Error words) {
            summary_.notices.push_back({kind, std::move(words), std::nullopt, std::nullopt});
        };
        const auto left = std::count_if(view_->inputs.begin() + seen_, view_->inputs.end(),
                                        [](const Input& input) { return !input.skipped; });
        summary_.interrupted = interrupted.load();
        summary_.capped = !summary_.interrupted && stopped.load() && left > 0;
        if (summary_.interrupted) {
            note(Notice::Kind::interrupted,
                 {"检查被中断，已写出此前的结果", "interrupted; the results so far are written"});
        } else if (summary_.capped) {
            const std::string most = std::to_string(options_->max_findings);
            const std::string files = std::to_string(left);
            note(Notice::Kind::capped,
                 {"已达到 --max-findings " + most + "，还有 " + files + " 个文件没有检查完",
                  "--max-findings " + most + " reached; " + files +
                      (left == 1 ? " file was" : " files were") + " not checked to the end"});
        } else if (options_->diff_base.empty()) {  // else most findings were left out
            summary_.notices = unused(resolved_configs, used_);
        }
        if (summary_.reports == 0 && !failed_ && !summary_.interrupted &&
            !options_->allow_non_reports) {
            note(Notice::Kind::nothing_checked,
                 {"没有检查任何年报，请核对路径；本来就没有年报请加 --allow-non-reports",
                  "no report was checked; see the paths, or pass --allow-non-reports if that is "
                  "right"});
        }
    }

    /// Says it, or keeps it for the end.
    void take(const Notice& notice) {
        failed_ = failed_ || notice.fatal();
        if (notice.kind == Notice::Kind::skipped && notice.file) {
            skipped_.push_back(view_->inputs[*notice.file].name);
        } else if (notice.kind == Notice::Kind::unpaired && notice.file && !told(notice)) {
            return;
        } else if (notice.fatal() || !options_->quiet || notice.kind == Notice::Kind::capped) {
            progress_.done();
            say(notice, view_->inputs, view_->context.catalogue.rules(), options_->language);
        }
    }

    /// Whether a report that was not compared with last year's is still said by itself.
    bool told(const Notice& notice) {
        unpaired_.push_back(view_->inputs[*notice.file].name);
        return unpaired_.size() <= most_said;
    }

    static constexpr std::size_t most_said = 5;

    const CheckOptions* options_;
    const RunView* view_;
    CheckOutputs* outputs_;
    RunSummary summary_;
    std::vector<bool> used_;
    std::vector<std::string> skipped_;   ///< files that a walk left out
    std::vector<std::string> unpaired_;  ///< reports that were not compared with last year's
    std::uint32_t seen_ = 0;             ///< inputs that were looked at to their end
    bool failed_ = false;
    Progress progress_;
};

}  // namespace

Result<int> check_run(const CheckOptions& options, const Installation& installation,
                      const Configurations& found, std::span<const Input> inputs) {
    auto resolved_configs = resolve_configs(installation, found, options.overrides, inputs);
    if (!resolved_configs) return Failure(resolved_configs.error());
    GOUJI_TRY(const auto baseline, read_baseline(options, inputs, *resolved_configs));
    LoadOptions load = options.load;
    load.lexicon = installation.lexicon.get();
    GOUJI_TRY(const auto previous,
              compare_with_last_year(options, load, stopped, *resolved_configs));
    RunContext context{*installation.lexicon,
                       installation.catalogue,
                       resolved_configs->resolved_configs,
                       resolved_configs->inputs,
                       load,
                       baseline.baseline ? &*baseline.baseline : nullptr};
    RunOptions run_options = options.run;
    run_options.stop = &stopped;
    auto notices = notices_before(installation.catalogue, *resolved_configs, found);
    Baseline before;
    if (!options.diff_base.empty()) {
        GOUJI_TRY(before, compare_with_revision(options.diff_base, inputs, context,
                                                resolved_configs->inputs, run_options, notices));
        context.before = &before;
    }
    previous.add_notices(notices);
    const RunView view{context,
                       inputs,
                       std::move(notices),
                       resolved_configs->suppressions,
                       baseline.log ? &*baseline.log : nullptr,
                       utc_now(),
                       options.language,
                       options.fail_on,
                       options.color,
                       options.quiet};
    GOUJI_TRY(auto outputs, CheckOutputs::open(options, view));
    Run results(options, view, outputs);
    results.begin();
    for (const int number : {SIGINT, SIGTERM}) std::signal(number, interrupt);
    run(
        inputs, context, run_options,
        [&](const AnalyzedReport& analyzed, std::uint32_t file) {
            return outputs.render(analyzed, file);
        },
        [&](ReportResult&& delivery) { results.deliver(std::move(delivery)); });
    return results.end(*resolved_configs, previous);
}

}  // namespace gouji
