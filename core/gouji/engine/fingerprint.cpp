#include "gouji/engine/fingerprint.hpp"

#include "gouji/engine/examine.hpp"
#include "gouji/engine/hash.hpp"
#include "gouji/engine/whereabouts.hpp"

#include <algorithm>
#include <unordered_map>

namespace gouji {
namespace {

/// The sentence around a place, or nothing outside prose.
Span sentence_around(const Facts& facts, Span where) {
    const auto& sentences = facts.sentences;
    auto after = std::upper_bound(
        sentences.begin(), sentences.end(), where.begin,
        [](std::uint32_t at, const gouji_sentence& s) { return at < s.span.begin; });
    if (after == sentences.begin()) return {};
    const Span span = std::prev(after)->span;
    return where.begin <= span.end ? span : Span{};
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<Fingerprint> fingerprints(const Examined& examined, const Catalogue& catalogue) {
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    std::vector<Fingerprint> out;
    out.reserve(examined.verdicts.size());
    const gouji_facts& facts = examined.facts.facts;
    for (const Verdict& verdict : examined.verdicts) {
        const Finding& finding = verdict.finding;
        const Whereabouts at = whereabouts(examined, finding.where);
        Hash hash;
        hash.add(catalogue.rules()[finding.rule].page.id);
        hash.add(finding.message);
        if (examined.ordinal > 0) {  // one of several in a file
            hash.add(view(facts.agency));
            hash.add(std::to_string(facts.year));
        }
        hash.add(at.chapter_kind);
        if (!at.form.empty()) {
            hash.add(at.form);
            hash.add(at.row);
            hash.add(at.column);
        } else {
            hash.add_folded(examined.document.at(finding.where));
            hash.add_folded(examined.document.at(sentence_around(examined.facts, finding.where)));
            // Words tell two findings at one place apart; figures come and go with other lines.
            for (const auto& [name, value] : finding.arguments) {
                if (!has_digit(value)) hash.add(value);
            }
        }
        Hash detail;
        for (const auto& [name, value] : finding.arguments) {
            detail.add(name);
            detail.add(value);
        }
        out.push_back({hash.text() + ":" + std::to_string(++seen[hash.value()]), detail.text()});
    }
    return out;
}

}  // namespace gouji
