#include "gouji/diagnostics/baseline.hpp"

#include "gouji/base/hash.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_set>

namespace gouji {
namespace {

auto by_context(const BaselineEntry& entry) {
    return std::tuple(entry.file, entry.context, entry.number);
}
auto by_context_alone(const BaselineEntry& entry) {
    return std::tuple(entry.context, entry.number);
}
auto by_kind(const BaselineEntry& entry) {
    return std::tuple(entry.file, entry.similarity_key ? entry.similarity_key->kind : 0U);
}

/// Indices of entries in the order of a key; equal ones as the log has them.
template <class Key>
void sort(std::vector<std::uint32_t>& indices, const std::vector<BaselineEntry>& entries,
          const Key& key) {
    std::sort(indices.begin(), indices.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(key(entries[a]), a) < std::tuple(key(entries[b]), b);
    });
}

/// The indices whose key is a finding's.
template <class Key>
std::span<const std::uint32_t> equal(const std::vector<std::uint32_t>& indices,
                                     const std::vector<BaselineEntry>& entries,
                                     const BaselineEntry& finding, const Key& key) {
    const auto first = std::partition_point(indices.begin(), indices.end(), [&](std::uint32_t i) {
        return key(entries[i]) < key(finding);
    });
    const auto last = std::partition_point(
        first, indices.end(), [&](std::uint32_t i) { return key(entries[i]) == key(finding); });
    return {first, last};
}

}  // namespace

bool BaselineEntry::set_context(std::string_view fingerprint) {
    const std::size_t colon = fingerprint.find(':');
    const auto hash = from_hexadecimal(fingerprint.substr(0, colon));
    if (!hash || colon == std::string_view::npos) return false;
    const char* end = fingerprint.data() + fingerprint.size();
    const auto read = std::from_chars(fingerprint.data() + colon + 1, end, number);
    context = *hash;
    return read.ec == std::errc() && read.ptr == end;
}

void BaselineEntry::set_detail(std::string_view text) {
    detail = from_hexadecimal(text).value_or(0);
}

Baseline::Baseline(std::vector<BaselineEntry> entries, std::span<const std::string> files,
                   std::span<const std::string> current)
    : entries_(std::move(entries)), by_context_(entries_.size()) {
    const std::set<std::string_view> here(current.begin(), current.end());
    std::vector<bool> vanished(files.size());
    for (std::uint32_t i = 0; i < files.size(); ++i) {
        files_.emplace(files[i], i);
        vanished[i] = !here.contains(files[i]);
    }
    std::iota(by_context_.begin(), by_context_.end(), 0U);
    sort(by_context_, entries_, by_context);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].similarity_key) by_kind_.push_back(i);
        if (vanished[entries_[i].file]) vanished_by_context_.push_back(i);
    }
    sort(by_kind_, entries_, by_kind);
    sort(vanished_by_context_, entries_, by_context_alone);
}

/// The vanished file that has most of these findings; the first of several.
std::optional<std::uint32_t> Baseline::moved(std::span<const BaselineEntry> findings) const {
    std::map<std::uint32_t, std::size_t> known;
    for (const BaselineEntry& finding : findings) {
        for (const std::uint32_t i :
             equal(vanished_by_context_, entries_, finding, by_context_alone))
            ++known[entries_[i].file];
    }
    const auto best =
        std::max_element(known.begin(), known.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == known.end() ? std::nullopt : std::optional(best->first);
}

Baseline::Match Baseline::met(std::uint32_t entry, const BaselineEntry& now) const {
    const BaselineEntry& before = entries_[entry];
    const bool same = before.detail == now.detail && before.level == now.level;
    return {same ? BaselineState::unchanged : BaselineState::updated, entry};
}

std::vector<Baseline::Match> Baseline::match(std::string_view uri,
                                             std::span<const Question> findings) const {
    std::vector<Match> out(findings.size());
    std::vector<BaselineEntry> now(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        now[i].set_context(findings[i].context);
        now[i].set_detail(findings[i].detail);
        now[i].level = findings[i].level;
        now[i].similarity_key = *findings[i].similarity_key;
    }
    const auto found = files_.find(uri);
    const auto file = found != files_.end() ? std::optional(found->second) : moved(now);
    if (!file) return out;
    bool all = true;
    for (std::size_t i = 0; i < now.size(); ++i) {
        now[i].file = *file;
        const auto same = equal(by_context_, entries_, now[i], by_context);
        if (!same.empty()) {
            out[i] = met(same.front(), now[i]);
        } else {
            all = false;
        }
    }
    if (!all) match_alike(now, out);
    return out;
}

void Baseline::match_alike(std::span<const BaselineEntry> findings, std::vector<Match>& out) const {
    std::unordered_set<std::uint32_t> taken;
    for (const Match& match : out) {
        if (match.entry != UINT32_MAX) taken.insert(match.entry);
    }
    /// The best that a finding can still get; the least of all is dealt with first.
    struct Offer {
        unsigned cost;
        std::size_t finding;
        std::uint32_t entry;
        bool operator>(const Offer& other) const {
            return std::tuple(cost, finding, entry) >
                   std::tuple(other.cost, other.finding, other.entry);
        }
    };
    const auto best = [&](std::size_t finding) {
        std::optional<Offer> offer;
        const BaselineEntry& now = findings[finding];
        for (const std::uint32_t i : equal(by_kind_, entries_, now, by_kind)) {
            const auto apart = distance(*now.similarity_key, *entries_[i].similarity_key);
            if (!apart || taken.contains(i)) continue;
            const unsigned cost = *apart * 2 + (entries_[i].detail == now.detail ? 0U : 1U);
            if (!offer || cost < offer->cost) offer = Offer{cost, finding, i};
            if (cost == 0) break;
        }
        return offer;
    };
    std::priority_queue<Offer, std::vector<Offer>, std::greater<>> offers;
    const auto ask = [&](std::size_t finding) {
        if (const auto offer = best(finding)) offers.push(*offer);
    };
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i].entry == UINT32_MAX) ask(i);
    }
    while (!offers.empty()) {
        const Offer offer = offers.top();
        offers.pop();
        if (taken.insert(offer.entry).second) {
            out[offer.finding] = met(offer.entry, findings[offer.finding]);
        } else {
            ask(offer.finding);
        }
    }
}

}  // namespace gouji
