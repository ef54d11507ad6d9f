#include "gouji/engine/checkers.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace gouji {

Checkers::Checkers(const Catalogue& catalogue, const Profile& profile) {
    const auto rules = catalogue.rules();
    for (const Rule& rule : rules) {
        for (const std::string& edition : rule.page.editions) by_edition_[edition];
    }
    const auto foreign = [&](std::uint32_t rule) {
        return catalogue.component_of(rules[rule]).foreign;
    };
    std::vector<std::uint32_t> order(rules.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_partition(order.begin(), order.end(), std::not_fn(foreign));
    for (const std::uint32_t i : order) {
        if (!profile[i].on) continue;
        Page changed;
        const Page* page = &rules[i].page;
        if (!profile[i].options.empty() || !profile[i].lists.empty()) {
            changed = *page;
            for (Option& option : changed.options) {
                const auto said = profile[i].options.find(option.key);
                if (said != profile[i].options.end()) option.value = said->second;
            }
            extend(changed.lists, profile[i].lists);
            page = &changed;
        }
        auto checker = catalogue.make(i, *page, terms_);
        if (!checker) {
            failed_.push_back({i, checker.error()});
            continue;
        }
        const Active active{i, owned_.emplace_back(std::move(*checker)).get(), foreign(i)};
        const auto& editions = rules[i].page.editions;
        if (editions.empty()) {
            everywhere_.push_back(active);
            for (auto& [edition, list] : by_edition_) list.push_back(active);
        }
        for (const std::string& edition : editions) by_edition_[edition].push_back(active);
    }
    // An edition that no page names is newer than the pages: what holds for the edition before it
    // holds for it.
    const std::vector<Active>* before = &everywhere_;
    for (const Edition& edition : catalogue.editions())
        before = &by_edition_.try_emplace(edition.id, *before).first->second;
    terms_.compile();
}

std::span<const Active> Checkers::looking_at(std::string_view edition) const {
    const auto found = by_edition_.find(edition);
    return found != by_edition_.end() ? found->second : everywhere_;
}

}  // namespace gouji
