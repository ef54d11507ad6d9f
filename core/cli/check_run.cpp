#include "cli/check_run.hpp"

#include "gouji/output/baseline_log.hpp"
#include "gouji/output/checkout.hpp"
#include "gouji/output/format.hpp"
#include "gouji/output/output.hpp"
#include "gouji/output/uri.hpp"

#include <csignal>
#include <filesystem>

#include "cli/changed_lines.hpp"
#include "cli/console.hpp"
#include "cli/notices.hpp"
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

/// By default where results go to machines and plugins from outside take part.
bool isolates(const CheckOptions& options, const Catalogue& catalogue) {
    const auto components = catalogue.components();
    return options.isolate ||
           (options.isolate_external && std::any_of(components.begin(), components.end(),
                                                    [](const Component& c) { return c.foreign; }));
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
    if (!options.diff_base.empty()) {
        GOUJI_TRY(auto changed, changed_lines(options.diff_base, inputs));
        for (std::size_t i = 0; i < inputs.size(); ++i)
            resolved_configs.inputs[i].lines = std::move((changed)[i]);
    }
    return out;
}

/// Why this output cannot be written for these inputs.
std::optional<Error> misplaced(const std::string& format, const std::string& file,
                               std::span<const Input> inputs) {
    std::error_code ignored;
    for (const Input& input : inputs) {
        if (!file.empty() && std::filesystem::equivalent(file, input.path, ignored)) {
            return Error{
                "--output 不能是被检查的文件 " + input.name + "，原文件不会改写，请换一个名称",
                "--output cannot be the checked file " + input.name +
                    ", which is never overwritten; choose another name"};
        }
    }
    if (format != "docx") return std::nullopt;
    if (inputs.size() != 1 || inputs.front().path == "-") {
        return Error{"--format docx 一次只能检查一个 .docx 文件",
                     "--format docx wants exactly one .docx file"};
    }
    if (file.empty()) {
        return Error{"--format docx 请用 --output 指明写到哪个文件，例如 --output 年报.批注.docx",
                     "--format docx wants --output; for example: --output report.comments.docx"};
    }
    return std::nullopt;
}

/// Every output with the format that writes it.
class Sinks {
public:
    static Result<Sinks> open(const CheckOptions& options, const RunView& view) {
        Sinks out;
        for (const auto& [format, file] : options.outputs) {
            if (auto error = misplaced(format, file, view.inputs)) return Failure(*error);
            auto output = Output::open(file);
            if (!output) return Failure(output.error());
            out.outputs_.push_back(std::move(*output));
            out.formats_.push_back(make_format(format, view));
        }
        return out;
    }

    void begin() {
        for (std::size_t i = 0; i < formats_.size(); ++i) formats_[i]->begin(write_to(i));
    }
    [[nodiscard]] std::vector<Rendered> render(const AnalyzedReport& analyzed,
                                               std::uint32_t file) const {
        std::vector<Rendered> out;
        for (const auto& format : formats_) {
            Rendered& one = out.emplace_back();
            format->render(analyzed, file, [&](std::string_view piece) { one.add(piece); });
        }
        return out;
    }
    void deliver(ReportResult& delivery) {
        delivery.rendered.resize(formats_.size());
        for (std::size_t i = 0; i < formats_.size(); ++i) {
            const Pieces rendered = [&](const Write& write) {
                if (delivery.analyzed) {
                    formats_[i]->render(*delivery.analyzed, delivery.file, write);
                } else {
                    delivery.rendered[i].each(write);
                }
            };
            formats_[i]->deliver(delivery, rendered, write_to(i));
        }
    }
    /// False when one of them could not be written; it is said.
    [[nodiscard]] bool end(const RunSummary& summary, Language language) {
        bool good = true;
        for (std::size_t i = 0; i < formats_.size(); ++i) {
            formats_[i]->end(summary, write_to(i));
            if (const auto failure = formats_[i]->failure()) {
                complain(*failure, language);
                good = false;
            } else if (auto done = outputs_[i].commit(); !done) {
                complain(done.error(), language);
                good = false;
            }
        }
        return good;
    }

private:
    [[nodiscard]] Write write_to(std::size_t i) {
        return [output = &outputs_[i]](std::string_view piece) { output->write(piece); };
    }

    std::vector<std::unique_ptr<Format>> formats_;
    std::vector<Output> outputs_;
};

/// Takes the results of a run: writes them, counts them, decides the exit code.
class Run {
public:
    Run(const CheckOptions& options, const RunView& view, Sinks& sinks)
        : options_(&options),
          view_(&view),
          sinks_(&sinks),
          used_(view.suppressions.size()),
          progress_(view.inputs.size(), options.quiet, options.language) {
        summary_.files = view.inputs.size();
    }

    void begin() {
        for (const Notice& notice : view_->notices) {
            failed_ = failed_ || notice.fatal();
            tell(notice);
        }
        sinks_->begin();
    }

    void deliver(ReportResult&& delivery) {
        // A report that was under way when the run was stopped may be incomplete.
        if (stopped.load()) return;
        summary_.tally.add(delivery.tally);
        for (const std::uint32_t one : delivery.used) {
            if (one < used_.size()) used_[one] = true;
        }
        progress_.at(delivery.file);
        if (delivery.source) ++summary_.reports;
        for (const Notice& notice : delivery.notices) {
            failed_ = failed_ || notice.fatal();
            if (notice.kind == Notice::Kind::no_report) --summary_.reports;
            if (notice.fatal() || !options_->quiet) tell(notice);
        }
        sinks_->deliver(delivery);
        if (summary_.tally.total() >= options_->max_findings) stopped.store(true);
    }

    int end(const ResolvedConfigs& resolved_configs) {
        const Language language = options_->language;
        progress_.done();
        summary_.interrupted = interrupted.load();
        summary_.capped = !summary_.interrupted && stopped.load();
        const auto note = [&](Notice::Kind kind, Error words) {
            summary_.notices.push_back({kind, std::move(words), std::nullopt, std::nullopt});
        };
        if (summary_.interrupted) {
            note(Notice::Kind::interrupted,
                 {"检查被中断，已写出此前的结果", "interrupted; the results so far are written"});
        } else if (summary_.capped) {
            const std::string most = std::to_string(options_->max_findings);
            note(Notice::Kind::capped,
                 {"已达到 --max-findings " + most + "，后面的报告没有检查",
                  "--max-findings " + most + " reached; later reports were not checked"});
        } else {
            summary_.notices = unused(resolved_configs, used_);
        }
        for (const Notice& notice : summary_.notices) {
            if (!options_->quiet || notice.kind != Notice::Kind::suppression) tell(notice);
        }
        summary_.exit_code = failed_ || summary_.interrupted                  ? exit_failed
                             : summary_.tally.at_least(options_->fail_on) > 0 ? exit_found
                                                                              : exit_clean;
        summary_.ended = utc_now();
        return sinks_->end(summary_, language) ? summary_.exit_code : static_cast<int>(exit_failed);
    }

private:
    void tell(const Notice& notice) {
        progress_.done();
        say(notice, view_->inputs, view_->context.catalogue.rules(), options_->language);
    }

    const CheckOptions* options_;
    const RunView* view_;
    Sinks* sinks_;
    RunSummary summary_;
    std::vector<bool> used_;
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
    const RunContext context{*installation.lexicon,
                             installation.catalogue,
                             resolved_configs->resolved_configs,
                             resolved_configs->inputs,
                             load,
                             baseline.baseline ? &*baseline.baseline : nullptr};
    const RunView view{context,
                       inputs,
                       notices_before(installation.catalogue, *resolved_configs, found),
                       resolved_configs->suppressions,
                       baseline.log ? &*baseline.log : nullptr,
                       utc_now(),
                       options.language,
                       options.color,
                       options.quiet};
    GOUJI_TRY(auto sinks, Sinks::open(options, view));
    Run results(options, view, sinks);
    results.begin();
    for (const int number : {SIGINT, SIGTERM}) std::signal(number, interrupt);
    RunOptions run_options = options.run;
    run_options.stop = &stopped;
    run_options.isolate = isolates(options, installation.catalogue);
    run(
        inputs, context, run_options,
        [&](const AnalyzedReport& analyzed, std::uint32_t file) {
            return sinks.render(analyzed, file);
        },
        [&](ReportResult&& delivery) { results.deliver(std::move(delivery)); });
    return results.end(*resolved_configs);
}

}  // namespace gouji
