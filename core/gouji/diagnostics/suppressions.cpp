#include "gouji/diagnostics/suppressions.hpp"

#include "gouji/config/glob.hpp"

#include <algorithm>

namespace gouji {

Suppressions::Suppressions(const Configuration& configuration, std::span<const Page* const> pages,
                           std::uint32_t first, std::string_view today) {
    for (const Suppression& one : configuration.suppressions) {
        const std::uint32_t number = first++;
        if (!one.expires.empty() && std::string_view(one.expires) < today) continue;
        Entry entry{number, {}, one.file, one.fingerprint};
        if (!one.rule.empty()) {
            entry.rules = find_pages(pages, one.rule);
            if (entry.rules.empty()) continue;  // refused when the configuration was read
        }
        entries_.push_back(std::move(entry));
    }
}

std::uint32_t Suppressions::covering(std::uint32_t rule, std::string_view path,
                                     std::string_view fingerprint) const {
    for (const Entry& entry : entries_) {
        if (!entry.rules.empty() && !std::ranges::binary_search(entry.rules, rule)) continue;
        if (!entry.fingerprint.empty() && entry.fingerprint != fingerprint) continue;
        if (!entry.file.empty() && !glob_matches(entry.file, path)) continue;
        return entry.number;
    }
    return UINT32_MAX;
}

}  // namespace gouji
