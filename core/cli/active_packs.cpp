#include "cli/active_packs.hpp"

#include <algorithm>
#include <filesystem>

namespace gouji {
namespace {

/// Adds what a component builds on, directly or not.
void add_below(std::span<const Component> components, std::size_t component,
               std::set<std::size_t>& out) {
    for (const std::string& id : components[component].builds_on) {
        for (std::size_t i = 0; i < components.size(); ++i) {
            if (components[i].id == id && out.insert(i).second) add_below(components, i, out);
        }
    }
}

/// Whether two packs give one word of a list different values.
bool differ(const WordListAddition& a, const WordListAddition& b) {
    if (a.list != b.list || a.values.empty() || b.values.empty()) return false;
    for (std::size_t i = 0; i < a.words.size(); ++i) {
        const auto same = std::ranges::find(b.words, a.words[i]);
        if (same != b.words.end() &&
            a.values[i] != b.values[static_cast<std::size_t>(same - b.words.begin())])
            return true;
    }
    return false;
}

bool differ(const Adjusted& a, const Adjusted& b, const Settled& settled) {
    if (!settled.levels.contains(a.rule) && a.level && b.level && *a.level != *b.level) return true;
    if (a.name && b.name && *a.name != *b.name) return true;
    for (const auto& [key, value] : a.options) {
        const auto other = b.options.find(key);
        if (other != b.options.end() && other->second != value &&
            !settled.options.contains({a.rule, key}))
            return true;
    }
    return std::ranges::any_of(a.lists, [&](const WordListAddition& one) {
        return std::ranges::any_of(
            b.lists, [&](const WordListAddition& other) { return differ(one, other); });
    });
}

}  // namespace

ActivePacks::ActivePacks(const Catalogue& catalogue, const std::vector<std::string>& folders)
    : catalogue_(&catalogue), active_(catalogue.components().size()), below_(active_.size()) {
    const auto components = catalogue.components();
    // One folder may be written in several ways: below a configuration, and on the command line.
    const auto asked = [&](const std::string& place) {
        std::error_code error;
        return std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
            return folder == place || std::filesystem::equivalent(folder, place, error);
        });
    };
    for (std::size_t i = 0; i < components.size(); ++i) {
        add_below(components, i, below_[i]);
        if (!components[i].native && !asked(components[i].place)) continue;
        active_[i] = true;
        for (const std::size_t other : below_[i]) active_[other] = true;
    }
}

std::vector<const Component*> ActivePacks::packs() const {
    std::vector<const Component*> out;
    const auto components = catalogue_->components();
    for (std::size_t i = 0; i < components.size(); ++i) {
        if (active_[i] && !components[i].native) out.push_back(&components[i]);
    }
    return out;
}

Profile ActivePacks::profile() const {
    const auto components = catalogue_->components();
    Profile out(catalogue_->rules());
    for (std::size_t i = 0; i < components.size(); ++i) {
        const Component& component = components[i];
        for (std::uint32_t rule = 0; !active_[i] && rule < component.rule_count; ++rule)
            out[component.first_rule + rule].on = false;
        for (const Adjusted& adjusted : component.adjusted) {
            if (!active_[i]) continue;
            if (adjusted.level || !adjusted.options.empty() || !adjusted.lists.empty()) {
                out.apply({adjusted.rule, adjusted.level, adjusted.options, adjusted.lists,
                           adjusted.place});
            }
        }
    }
    return out;
}

std::vector<Error> ActivePacks::contradictions(const Settled& settled) const {
    const auto components = catalogue_->components();
    std::vector<Error> out;
    for (std::size_t i = 0; i < components.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!active_[i] || !active_[j] || below_[i].contains(j) || below_[j].contains(i))
                continue;
            for (const Adjusted& later : components[i].adjusted) {
                for (const Adjusted& earlier : components[j].adjusted) {
                    if (later.rule != earlier.rule || !differ(later, earlier, settled)) continue;
                    const std::string& rule = catalogue_->rules()[later.rule].page.id;
                    out.push_back(
                        at_place(later.place,
                                 {"规则“" + rule + "”的调整与 " + earlier.place +
                                      " 不一致，这里的生效；请在 "
                                      "gouji.toml 的 [rules] 里写明，或让一个包 requires 另一个",
                                  "this adjustment of '" + rule + "' contradicts " + earlier.place +
                                      "; this one is used: say under [rules] in gouji.toml "
                                      "what holds, or let one pack require the other"}));
                }
            }
        }
    }
    return out;
}

}  // namespace gouji
