#include "gouji/engine/examine.hpp"

#include "gouji/read/read.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Keeps the findings that touch lines that are asked for.
void keep_lines(Examined& examined, const InputRules& rules) {
    if (!rules.lines) return;
    const LineIndex& lines = examined.file->lines();
    std::erase_if(examined.verdicts, [&](const Verdict& verdict) {
        const std::uint32_t from = lines.position(verdict.finding.where.begin).line;
        const std::uint32_t to = lines.position(verdict.finding.where.end).line;
        return std::none_of(rules.lines->begin(), rules.lines->end(), [&](const auto& range) {
            return range.first <= to && from <= range.second;
        });
    });
}

/// What is accepted, and what is known from an earlier run.
void hold_against_the_past(Examined& examined, const Setup& setup, const InputRules& rules) {
    if (rules.suppressions != nullptr) {
        for (std::size_t i = 0; i < examined.verdicts.size(); ++i) {
            Verdict& verdict = examined.verdicts[i];
            verdict.suppression = rules.suppressions->covering(verdict.finding.rule, rules.path,
                                                               examined.prints[i].context);
        }
    }
    if (setup.baseline == nullptr) return;
    std::vector<Baseline::Question> questions;
    for (std::size_t i = 0; i < examined.verdicts.size(); ++i) {
        const Fingerprint& print = examined.prints[i];
        questions.push_back(
            {print.context, print.detail, &print.likeness, examined.verdicts[i].level});
    }
    const auto matches = setup.baseline->match(rules.uri, questions);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        examined.verdicts[i].baseline = matches[i].state;
        if (matches[i].entry != UINT32_MAX) examined.met.push_back(matches[i].entry);
    }
}

}  // namespace

Examined examine(std::shared_ptr<const File> file, Span extent, std::uint32_t ordinal,
                 std::uint32_t input, const Setup& setup, const std::atomic<bool>& stop,
                 Watch* watch) {
    const InputRules& of_input = setup.inputs[input];
    const Regime& regime = setup.regimes[of_input.regime];
    Document document = read_report(file->text(), extent, file->base_name(), setup.lexicon);
    Facts facts = glean(document, setup.lexicon, regime.glean);
    Collector collector(file->text().view(), extent, stop);
    if (facts.facts.report != GOUJI_REPORT_NONE) {
        const auto rules = setup.catalogue.rules();
        if (watch != nullptr) watch->begin(document, facts, collector);
        for (const Active& active : regime.checkers->looking_at(view(facts.facts.edition))) {
            if (watch != nullptr && !watch->before(active.rule, active.foreign)) continue;
            collector.begin(active.rule, rules[active.rule].page);
            active.checker->check(document, facts, collector);
            collector.end();
            if (watch != nullptr) watch->after(active.rule, active.foreign);
        }
        if (watch != nullptr) watch->end();
    }
    auto verdicts = judge(std::move(collector.findings), setup.catalogue.rules(), regime.profile);
    Examined out{std::move(file),
                 ordinal,
                 std::move(document),
                 std::move(facts),
                 std::move(verdicts),
                 {},
                 {},
                 std::move(collector.failures),
                 std::move(collector.overflows)};
    if (out.verdicts.empty()) return out;
    keep_lines(out, of_input);
    out.prints = fingerprints(out, setup.catalogue);
    hold_against_the_past(out, setup, of_input);
    return out;
}

}  // namespace gouji
