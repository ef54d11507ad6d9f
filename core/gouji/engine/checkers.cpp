#include "gouji/engine/checkers.hpp"

#include <algorithm>
#include <numeric>

namespace gouji {

Checkers::Checkers(const Catalogue& catalogue, const Profile& profile) {
    const auto rules = catalogue.rules();
    for (const Rule& rule : rules) {
        for (const std::string& edition : rule.page.editions) by_edition_[edition];
    }
    std::vector<std::uint32_t> order(rules.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_partition(order.begin(), order.end(),
                          [&](std::uint32_t rule) { return !catalogue.isolated(rule); });
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
        const auto made = make(i, *page, catalogue);
        if (!made) {
            failed_.push_back({i, made.error()});
            continue;
        }
        const Active& active = *made;
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

Result<Active> Checkers::make(std::uint32_t rule, const Page& page, const Catalogue& catalogue) {
    Active out{rule};
    if (catalogue.isolated(rule)) {
        auto& worker = workers_[{catalogue.rules()[rule].component,
                                 catalogue.is_program(rule) ? rule : UINT32_MAX}];
        if (!worker) worker = catalogue.launch(rule);
        out.worker = worker.get();
        GOUJI_TRY(out.number, worker->add(page));
    } else {
        GOUJI_TRY(auto checker, catalogue.make(rule, page, terms_));
        out.checker = owned_.emplace_back(std::move(checker)).get();
    }
    return out;
}

std::vector<const ForeignRules*> Checkers::workers() const {
    std::vector<const ForeignRules*> out;
    for (const auto& [whose, worker] : workers_) out.push_back(worker.get());
    return out;
}

std::span<const Active> Checkers::looking_at(std::string_view edition) const {
    const auto found = by_edition_.find(edition);
    return found != by_edition_.end() ? found->second : everywhere_;
}

}  // namespace gouji
