#include "gouji/engine/analyzed_report.hpp"

#include "gouji/engine/file_reports.hpp"
#include "gouji/terms/term_hits.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Keeps the findings that touch lines that are asked for.
void keep_lines(AnalyzedReport& analyzed, const InputContext& rules) {
    if (!rules.lines) return;
    const File& file = *analyzed.file;
    std::erase_if(analyzed.diagnostics, [&](const Diagnostic& diagnostic) {
        const std::uint32_t from = file.position(diagnostic.finding.where.begin).line;
        const std::uint32_t to = file.position(diagnostic.finding.where.end).line;
        return std::none_of(rules.lines->begin(), rules.lines->end(), [&](const auto& range) {
            return range.first <= to && from <= range.second;
        });
    });
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
    std::vector<Baseline::Question> questions;
    for (std::size_t i = 0; i < analyzed.diagnostics.size(); ++i) {
        const Fingerprint& print = analyzed.prints[i];
        questions.push_back(
            {print.context, print.detail, &print.similarity_key, analyzed.diagnostics[i].level});
    }
    const auto matches = setup.baseline->match(rules.uri, questions);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        analyzed.diagnostics[i].baseline = matches[i].state;
        if (matches[i].entry != UINT32_MAX) analyzed.met.push_back(matches[i].entry);
    }
}

}  // namespace

AnalyzedReport analyze_report(std::shared_ptr<const File> file, Span extent, std::uint32_t ordinal,
                              std::uint32_t input, const RunContext& setup,
                              const std::atomic<bool>& stop, Watch* watch) {
    const InputContext& of_input = setup.inputs[input];
    const ResolvedConfig& resolved_config = setup.resolved_configs[of_input.resolved_config];
    Document document = parse_report(*file, extent, setup.lexicon);
    SemanticModel model = analyze(document, setup.lexicon, resolved_config.analysis);
    Collector collector(file->text().view(), extent, stop);
    if (model.summary.report != GOUJI_REPORT_NONE) {
        const auto rules = setup.catalogue.rules();
        const TermHits hits(resolved_config.checkers->terms(), model.prose);
        if (watch != nullptr) watch->begin(document, model, hits, collector);
        for (const Active& active :
             resolved_config.checkers->looking_at(view(model.summary.edition))) {
            if (watch != nullptr && !watch->before(active.rule, active.foreign)) continue;
            collector.begin(active.rule, rules[active.rule].page);
            active.checker->check(document, model, hits, collector);
            collector.end();
            if (watch != nullptr) watch->after(active.rule, active.foreign);
        }
        if (watch != nullptr) watch->end();
    }
    auto diagnostics = resolve_diagnostics(std::move(collector.findings), setup.catalogue.rules(),
                                           resolved_config.profile);
    AnalyzedReport out{std::move(file),
                       ordinal,
                       std::move(document),
                       std::move(model),
                       std::move(diagnostics),
                       {},
                       {},
                       std::move(collector.failures),
                       std::move(collector.overflows)};
    if (out.diagnostics.empty()) return out;
    keep_lines(out, of_input);
    out.prints = fingerprints(out, setup.catalogue);
    hold_against_the_past(out, setup, of_input);
    return out;
}

}  // namespace gouji
