#include "pair_scan.hpp"

#include <algorithm>

#include "word_guard.hpp"

namespace gouji::wording {
namespace {

template <class Test>
bool any_context(std::string_view contexts, Test&& test) {
    while (!contexts.empty()) {
        const std::size_t end = std::min(contexts.find(';'), contexts.size());
        if (end > 0 && test(contexts.substr(0, end))) return true;
        contexts.remove_prefix(std::min(end + 1, contexts.size()));
    }
    return false;
}

/// A word that is quoted is meant as it stands, with any neighbours.
bool quoted(std::string_view text, std::size_t at, std::size_t end) {
    const std::string_view before = text.substr(0, at);
    const std::string_view after = text.substr(end);
    return (before.ends_with("《") && after.starts_with("》")) ||
           (before.ends_with("“") && after.starts_with("”"));
}

}  // namespace

bool excused(const PairList& list, const Pair& pair, std::string_view text, std::size_t at,
             std::size_t end) {
    const std::string_view before = text.substr(0, at);
    const std::string_view after = text.substr(end);
    return any_context(list.text(pair.not_behind),
                       [&](std::string_view c) { return before.ends_with(c); }) ||
           any_context(list.text(pair.not_before),
                       [&](std::string_view c) { return after.starts_with(c); });
}

std::vector<PairHit> scan_pairs(const PairList& list, std::string_view text,
                                const sdk::Document& document) {
    std::vector<PairHit> hits;
    list.index.scan(text, [&](std::size_t at, const TermRecord& term) {
        const Pair& pair = list.pairs[term.id];
        const std::size_t end = at + term.size;
        if (excused(list, pair, text, at, end)) return;
        if (!quoted(text, at, end) && crosses_word(document, text, at, end)) return;
        hits.push_back({at, term.size, &pair});
    });
    std::ranges::sort(hits, [](const PairHit& a, const PairHit& b) {
        return a.at != b.at ? a.at < b.at : a.size > b.size;
    });
    // Of overlapping hits the first and longest speaks.
    std::size_t end = 0;
    std::erase_if(hits, [&](const PairHit& hit) {
        if (hit.at < end) return true;
        end = hit.at + hit.size;
        return false;
    });
    return hits;
}

}  // namespace gouji::wording
