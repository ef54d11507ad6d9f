#include "gouji/terms/term_hits.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gouji {

std::span<const gouji_hit> TermHits::of(const TermGroup& group, std::uint32_t list) const {
    return list < group.lists ? slot(group.first + list) : std::span<const gouji_hit>{};
}

std::span<const gouji_hit> TermHits::all(const TermGroup& group) const {
    return group.lists != 0 ? slot(group.all) : std::span<const gouji_hit>{};
}

std::span<const gouji_hit> TermHits::every() const {
    scan();
    return hits_;
}

std::span<const gouji_hit> TermHits::slot(std::uint32_t slot) const {
    scan();
    return std::span(hits_).subspan(begins_[slot], begins_[slot + 1] - begins_[slot]);
}

std::span<const gouji_hit> inside(std::span<const gouji_hit> hits, gouji_span where) {
    const auto before = [](const gouji_hit& hit, std::uint32_t at) { return hit.span.begin < at; };
    const auto first = std::lower_bound(hits.begin(), hits.end(), where.begin, before);
    return {first, std::lower_bound(first, hits.end(), where.end, before)};
}

void TermHits::scan() const {
    if (!begins_.empty()) return;
    struct Match {
        std::uint32_t at;
        std::uint32_t size;
        std::uint32_t entry;
    };
    std::vector<Match> matches;
    table_->index_.view().scan(text_, [&](std::size_t at, const TermRecord& record) {
        matches.push_back({static_cast<std::uint32_t>(at), record.size, record.id});
    });
    // The index gives places in order, and the terms at one place in none.
    for (auto same = matches.begin(); same != matches.end();) {
        const auto next = std::find_if(same, matches.end(),
                                       [&](const Match& match) { return match.at != same->at; });
        std::sort(same, next, [](const Match& a, const Match& b) {
            return a.size != b.size ? a.size > b.size : a.entry < b.entry;
        });
        same = next;
    }
    const auto each_slot = [&](const Match& match, const auto& of_slot) {
        const TermTable::Entry& entry = table_->entries_[match.entry];
        of_slot(entry.slot);
        if (entry.all != entry.slot) of_slot(entry.all);
    };
    std::vector<std::uint32_t> begins(std::size_t{table_->slots_} + 1, 0);
    for (const Match& match : matches)
        each_slot(match, [&](std::uint32_t slot) { ++begins[slot + 1]; });
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<gouji_hit> hits(begins.back());
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for (const Match& match : matches) {
        const TermTable::Entry& entry = table_->entries_[match.entry];
        const gouji_hit hit{{match.at, match.at + match.size}, entry.list, entry.word};
        each_slot(match, [&](std::uint32_t slot) { hits[next[slot]++] = hit; });
    }
    // Only now, so that nothing is half there when memory runs out before.
    hits_ = std::move(hits);
    begins_ = std::move(begins);
}

}  // namespace gouji
