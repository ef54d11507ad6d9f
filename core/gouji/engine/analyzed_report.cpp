#include "gouji/engine/analyzed_report.hpp"

#include "gouji/engine/file_reports.hpp"
#include "gouji/terms/term_hits.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::vector<Baseline::Match> matches_in(const Baseline& baseline, const AnalyzedReport& analyzed,
                                        const InputContext& rules) {
    std::vector<Baseline::Question> questions;
    for (std::size_t i = 0; i < analyzed.diagnostics.size(); ++i) {
        const Fingerprint& print = analyzed.prints[i];
        questions.push_back(
            {print.context, print.detail, &print.similarity_key, analyzed.diagnostics[i].level});
    }
    return baseline.match(rules.uri, questions);
}

/// Whether a finding or a place related to it lies in changed lines.
bool touches(const Finding& finding, const InputContext::Change& change, const File& file) {
    const auto changed = [&](Span where) {
        const std::uint32_t from = file.position(where.begin).line;
        const std::uint32_t to = file.position(where.end).line;
        return std::any_of(change.lines.begin(), change.lines.end(), [&](const auto& range) {
            return range.first <= to && from <= range.second;
        });
    };
    return changed(finding.where) ||
           std::any_of(finding.related.begin(), finding.related.end(),
                       [&](const Finding::Related& related) {
                           return !related.previous && changed(related.where);
                       });
}

/// Keeps the findings that a change touches or brought about: those that were not there before, or
/// had other figures.
void keep_changed(AnalyzedReport& analyzed, const RunContext& setup, const InputContext& rules) {
    if (!rules.change) return;
    std::vector<Baseline::Match> before(analyzed.diagnostics.size(),
                                        {BaselineState::unchanged, UINT32_MAX});
    if (rules.change->compared && setup.before != nullptr)
        before = matches_in(*setup.before, analyzed, rules);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < analyzed.diagnostics.size(); ++i) {
        if (before[i].state == BaselineState::unchanged &&
            !touches(analyzed.diagnostics[i].finding, *rules.change, *analyzed.file))
            continue;
        if (kept != i) {
            analyzed.diagnostics[kept] = std::move(analyzed.diagnostics[i]);
            analyzed.prints[kept] = std::move(analyzed.prints[i]);
        }
        ++kept;
    }
    analyzed.outside = analyzed.diagnostics.size() - kept;
    analyzed.diagnostics.resize(kept);
    analyzed.prints.resize(kept);
}

/// What is accepted, and what is known from an earlier run.
void hold_against_the_past(AnalyzedReport& analyzed, const RunContext& setup,
                           const InputContext& rules) {
    if (rules.suppressions != nullptr) {
        for (std::size_t i = 0; i < analyzed.diagnostics.size(); ++i) {
            Diagnostic& diagnostic = analyzed.diagnostics[i];
            diagnostic.suppression = rules.suppressions->covering(
                diagnostic.finding.rule, rules.path, analyzed.prints[i].context);
        }
    }
    if (setup.baseline == nullptr) return;
    const auto matches = matches_in(*setup.baseline, analyzed, rules);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        analyzed.diagnostics[i].baseline = matches[i].state;
        if (matches[i].entry != UINT32_MAX) analyzed.met.push_back(matches[i].entry);
    }
}

/// Foreign rules, worker by worker.
template <class Ask>
void each_worker(std::span<const Active> active, const Ask& ask) {
    while (!active.empty()) {
        ForeignRules* const worker = active.front().worker;
        std::vector<ForeignRules::Asked> asked;
        for (; !active.empty() && active.front().worker == worker; active = active.subspan(1))
            asked.push_back({active.front().number, active.front().rule});
        ask(*worker, std::span<const ForeignRules::Asked>(asked));
    }
}

/// All rules on one document: gouji's own, and, while these are at it, the foreign ones.
void check(std::span<const Active> active, const ReportView& report, std::span<const Rule> rules,
           Turn turn, Collector& collector) {
    const auto first = std::find_if(active.begin(), active.end(),
                                    [](const Active& one) { return one.checker == nullptr; });
    const std::span<const Active> own(active.begin(), first);
    const std::span<const Active> foreign(first, active.end());
    // Out of turn nothing is sent: the worker is asked in the order of the results.
    if (!foreign.empty() && turn.order != nullptr && turn.order->reached(turn.sequence)) {
        each_worker(foreign, [&](ForeignRules& worker, auto asked) {
            worker.send_ahead(asked, report.document, report.model);
        });
    }
    for (const Active& one : own) {
        collector.begin(one.rule, rules[one.rule].page);
        one.checker->check(report, collector);
        collector.end();
    }
    if (!foreign.empty() && turn.order != nullptr) turn.order->wait(turn.sequence);
    each_worker(foreign, [&](ForeignRules& worker, auto asked) {
        worker.check(asked, report.document, report.model, collector,
                     [&](const ForeignRules::Asked& one, bool begins) {
                         begins ? collector.begin(one.rule, rules[one.rule].page) : collector.end();
                     });
    });
}

}  // namespace

void InOrder::wait(std::uint64_t sequence) {
    std::unique_lock lock(mutex_);
    passed_.wait(lock, [&] { return next_ == sequence; });
}

bool InOrder::reached(std::uint64_t sequence) {
    const std::lock_guard lock(mutex_);
    return next_ == sequence;
}

void InOrder::pass(std::uint64_t sequence) {
    const std::lock_guard lock(mutex_);
    early_.insert(sequence);
    while (!early_.empty() && *early_.begin() == next_) {
        early_.erase(early_.begin());
        ++next_;
    }
    passed_.notify_all();
}

AnalyzedReport analyze_report(std::shared_ptr<const File> file, Span extent, std::uint32_t ordinal,
                              std::uint32_t input, const RunContext& setup,
                              const std::atomic<bool>& stop, Turn turn) {
    const InputContext& of_input = setup.inputs[input];
    const ResolvedConfig& resolved_config = setup.resolved_configs[of_input.resolved_config];
    Document document = parse_report(*file, extent, setup.lexicon);
    SemanticModel model = analyze(document, setup.lexicon, resolved_config.analysis);
    Collector collector(file->text().view(), extent, stop);
    PreviousReports::Partner partner;
    if (model.summary.report != GOUJI_REPORT_NONE) {
        const TermTable& terms = resolved_config.checkers->terms();
        const TermHits hits(terms, model.prose);
        ReportView report{document, model, hits};
        if (resolved_config.previous != nullptr) partner = resolved_config.previous->partner(model);
        std::optional<TermHits> hits_before;
        std::optional<ReportView> before;
        if (const PreviousReport* const found = partner.report.get()) {
            hits_before.emplace(terms, found->model.prose);
            before.emplace(ReportView{found->document, found->model, *hits_before});
            report.previous = &*before;
            collector.set_previous(found->document.view(), found->document.extent());
        }
        check(resolved_config.checkers->looking_at(view(model.summary.edition)), report,
              setup.catalogue.rules(), turn, collector);
    }
    if (turn.order != nullptr) turn.order->pass(turn.sequence);
    auto diagnostics = resolve_diagnostics(std::move(collector.findings), setup.catalogue.rules(),
                                           resolved_config.profile);
    AnalyzedReport out{std::move(file),
                       ordinal,
                       std::move(document),
                       std::move(model),
                       std::move(diagnostics),
                       {},
                       {},
                       std::move(partner.report),
                       std::move(partner.why),
                       0,
                       std::move(collector.failures),
                       std::move(collector.overflows)};
    if (out.diagnostics.empty()) return out;
    out.prints = fingerprints(out, setup.catalogue);
    keep_changed(out, setup, of_input);
    hold_against_the_past(out, setup, of_input);
    return out;
}

}  // namespace gouji
