#include "gouji/diagnostics/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace gouji {
namespace {

auto key(const Finding& finding) {
    return std::tie(finding.where.begin, finding.where.end, finding.rule, finding.message,
                    finding.arguments);
}

}  // namespace

void Tally::add(Level level) {
    errors += level == Level::error ? 1U : 0U;
    warnings += level == Level::warning ? 1U : 0U;
    notes += level == Level::note ? 1U : 0U;
}

void Tally::add(const Tally& other) {
    errors += other.errors;
    warnings += other.warnings;
    notes += other.notes;
    accepted += other.accepted;
    known += other.known;
    outside += other.outside;
}

std::uint64_t Tally::at_least(Level level) const {
    switch (level) {
        case Level::error:
            return errors;
        case Level::warning:
            return errors + warnings;
        case Level::note:
            return total();
        case Level::off:
            break;
    }
    return 0;
}

std::vector<Diagnostic> resolve_diagnostics(std::vector<Finding> findings,
                                            std::span<const Rule> rules, const Profile& profile) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return key(a) < key(b); });
    findings.erase(std::unique(findings.begin(), findings.end(),
                               [](const Finding& a, const Finding& b) { return key(a) == key(b); }),
                   findings.end());
    std::vector<Diagnostic> out;
    out.reserve(findings.size());
    for (Finding& finding : findings) {
        const Level level = profile.level(rules[finding.rule], finding.rule, finding.message);
        if (level != Level::off) out.push_back({std::move(finding), level});
    }
    return out;
}

}  // namespace gouji
