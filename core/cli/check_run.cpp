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

/// By itself where results go to machines and somebody else's code takes part.
bool isolation_wanted(const CheckOptions& wanted, const Catalogue& catalogue) {
    const auto components = catalogue.components();
    return wanted.isolate ||
           (wanted.isolate_external && std::any_of(components.begin(), components.end(),
                                                   [](const Component& c) { return c.foreign; }));
}

/// What the run is held against: an earlier run, and the lines that changed.
struct RunBaseline {
    std::optional<BaselineLog> log;
    std::optional<Baseline> baseline;
};

Result<RunBaseline> read_baseline(const CheckOptions& wanted, std::span<const Input> inputs,
                                  ResolvedConfigs& resolved_configs) {
    RunBaseline out;
    const std::string base = result_base();
    std::vector<std::string> uris;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        resolved_configs.inputs[i].uri = result_uri(inputs[i], base);
        uris.push_back(resolved_configs.inputs[i].uri);
    }
    if (!wanted.baseline.empty()) {
        GOUJI_TRY(auto log, BaselineLog::open(wanted.baseline));
        GOUJI_TRY(auto baseline, log.read(uris));
        out = {std::move(log), std::move(baseline)};
    }
    if (!wanted.diff_base.empty()) {
        GOUJI_TRY(auto changed, changed_lines(wanted.diff_base, inputs));
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
    static Result<Sinks> open(const CheckOptions& wanted, const RunView& view) {
        Sinks out;
        for (const auto& [format, file] : wanted.outputs) {
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
    [[nodiscard]] std::vector<std::string> render(const AnalyzedReport& analyzed,
                                                  std::uint32_t file) const {
        std::vector<std::string> out;
        for (const auto& format : formats_) {
            std::string& words = out.emplace_back();
            format->render(analyzed, file, [&](std::string_view piece) { words += piece; });
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
                    write(delivery.rendered[i]);
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

/// What becomes of a run's deliveries.
class Run {
public:
    Run(const CheckOptions& wanted, const RunView& view, Sinks& sinks)
        : wanted_(&wanted),
          view_(&view),
          sinks_(&sinks),
          used_(view.suppressions.size()),
          progress_(view.inputs.size(), wanted.quiet, wanted.language) {
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
        // What was under way when the run was stopped is not whole.
        if (stopped.load()) return;
        summary_.tally.add(delivery.tally);
        for (const std::uint32_t one : delivery.used) used_[one] = true;
        progress_.at(delivery.file);
        if (delivery.source) ++summary_.reports;
        for (const Notice& notice : delivery.notices) {
            failed_ = failed_ || notice.fatal();
            if (notice.kind == Notice::Kind::no_report) --summary_.reports;
            if (notice.fatal() || !wanted_->quiet) tell(notice);
        }
        sinks_->deliver(delivery);
        if (summary_.tally.total() >= wanted_->max_findings) stopped.store(true);
    }

    int end(const ResolvedConfigs& resolved_configs) {
        const Language language = wanted_->language;
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
            const std::string most = std::to_string(wanted_->max_findings);
            note(Notice::Kind::capped,
                 {"已达到 --max-findings " + most + "，后面的报告没有检查",
                  "--max-findings " + most + " reached; later reports were not checked"});
        } else {
            summary_.notices = unused(resolved_configs, used_);
        }
        for (const Notice& notice : summary_.notices) {
            if (!wanted_->quiet || notice.kind != Notice::Kind::suppression) tell(notice);
        }
        summary_.exit_code = failed_ || summary_.interrupted                 ? exit_failed
                             : summary_.tally.at_least(wanted_->fail_on) > 0 ? exit_found
                                                                             : exit_clean;
        summary_.ended = utc_now();
        return sinks_->end(summary_, language) ? summary_.exit_code : static_cast<int>(exit_failed);
    }

private:
    void tell(const Notice& notice) {
        progress_.done();
        say(notice, view_->inputs, view_->setup.catalogue.rules(), wanted_->language);
    }

    const CheckOptions* wanted_;
    const RunView* view_;
    Sinks* sinks_;
    RunSummary summary_;
    std::vector<bool> used_;
    bool failed_ = false;
    Progress progress_;
};

}  // namespace

Result<int> check_run(const CheckOptions& wanted, const Installation& installation,
                      const Configurations& found, std::span<const Input> inputs) {
    auto resolved_configs = resolve_configs(installation, found, wanted.overrides, inputs);
    if (!resolved_configs) return Failure(resolved_configs.error());
    GOUJI_TRY(const auto past, read_baseline(wanted, inputs, *resolved_configs));
    LoadOptions load = wanted.load;
    load.lexicon = installation.lexicon.get();
    const RunContext setup{*installation.lexicon,
                           installation.catalogue,
                           resolved_configs->resolved_configs,
                           resolved_configs->inputs,
                           load,
                           past.baseline ? &*past.baseline : nullptr};
    const RunView view{setup,
                       inputs,
                       notices_before(installation.catalogue, *resolved_configs, found),
                       resolved_configs->suppressions,
                       past.log ? &*past.log : nullptr,
                       utc_now(),
                       wanted.language,
                       wanted.color,
                       wanted.quiet};
    GOUJI_TRY(auto sinks, Sinks::open(wanted, view));
    Run at_work(wanted, view, sinks);
    at_work.begin();
    for (const int number : {SIGINT, SIGTERM}) std::signal(number, interrupt);
    RunOptions options = wanted.run;
    options.stop = &stopped;
    options.isolate = isolation_wanted(wanted, installation.catalogue);
    run(
        inputs, setup, options,
        [&](const AnalyzedReport& analyzed, std::uint32_t file) {
            return sinks.render(analyzed, file);
        },
        [&](ReportResult&& delivery) { at_work.deliver(std::move(delivery)); });
    return at_work.end(*resolved_configs);
}

}  // namespace gouji
