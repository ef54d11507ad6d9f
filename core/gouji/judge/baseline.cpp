#include "gouji/judge/baseline.hpp"

#include <algorithm>
#include <set>

namespace gouji {

Baseline::Baseline(std::vector<BaselineEntry> entries, std::span<const std::string> current)
    : entries_(std::move(entries)) {
    for (std::uint32_t i = 0; i < entries_.size(); ++i)
        files_[entries_[i].uri].emplace(entries_[i].fingerprint, i);
    const std::set<std::string_view> here(current.begin(), current.end());
    for (const auto& [uri, prints] : files_) {
        if (!here.contains(uri)) vanished_.push_back(&prints);
    }
}

const Baseline::Prints* Baseline::moved(std::span<const Question> findings) const {
    const Prints* best = nullptr;
    std::size_t most = 0;
    for (const Prints* prints : vanished_) {
        const auto known = static_cast<std::size_t>(
            std::count_if(findings.begin(), findings.end(),
                          [&](const Question& q) { return prints->contains(q.fingerprint); }));
        if (known > most) {
            most = known;
            best = prints;
        }
    }
    return best;
}

std::vector<Baseline::Match> Baseline::match(std::string_view uri,
                                             std::span<const Question> findings) const {
    const auto file = files_.find(uri);
    const Prints* prints = file != files_.end() ? &file->second : moved(findings);
    std::vector<Match> out(findings.size());
    if (prints == nullptr) return out;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto found = prints->find(findings[i].fingerprint);
        if (found == prints->end()) continue;
        const BaselineEntry& before = entries_[found->second];
        const bool same = before.detail == findings[i].detail && before.level == findings[i].level;
        out[i] = {same ? BaselineState::unchanged : BaselineState::updated, found->second};
    }
    return out;
}

}  // namespace gouji
