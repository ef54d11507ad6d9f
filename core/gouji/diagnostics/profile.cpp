#include "gouji/diagnostics/profile.hpp"

#include "gouji/base/nearest.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// “row-total” of “arithmetic/row-total”.
bool has_short_name(const Page& page, std::string_view name) {
    return name.find('/') == std::string_view::npos &&
           std::string_view(page.id).substr(page.id.find('/') + 1) == name;
}

}  // namespace

std::vector<std::uint32_t> rules_named(std::string_view name, std::span<const Rule> rules,
                                       std::span<const Component> components) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        if (rules[i].page.is_called(name) || components[rules[i].component].id == name)
            out.push_back(i);
    }
    if (!out.empty()) return out;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        if (has_short_name(rules[i].page, name)) out.push_back(i);
    }
    return out;
}

Error unknown_rule(std::string_view name, std::span<const Rule> rules,
                   std::span<const Component> components) {
    const std::string unknown(name);
    std::vector<std::string> known;
    for (const Rule& rule : rules) known.push_back(rule.page.id);
    for (const Component& component : components) {
        if (component.id == name) {
            return {"“" + unknown + "”里没有可用的规则",
                    "'" + unknown + "' has no rule that can be used"};
        }
        known.push_back(component.id);
    }
    const Localized near =
        did_you_mean(name, known, {"，用 gouji rules 看全部规则", "; gouji rules lists them all"});
    return {"没有叫“" + unknown + "”的规则或插件" + near.zh,
            "no rule or plugin is called '" + unknown + "'" + near.en};
}

Profile::Profile(std::span<const Rule> rules) {
    settings_.reserve(rules.size());
    for (const Rule& rule : rules)
        settings_.push_back({rule.page.enabled, std::nullopt, {}, {}, {}});
}

void Profile::apply(const RuleSetting& said) {
    Setting& setting = settings_[said.rule];
    if (said.level) setting.on = *said.level != Level::off;
    if (said.level && setting.on) setting.level = said.level;
    for (const auto& [key, value] : said.options) setting.options[key] = value;
    setting.lists.insert(setting.lists.end(), said.lists.begin(), said.lists.end());
    setting.place = said.place;
}

Result<void> Profile::apply(const Selection& selection, std::span<const Rule> rules,
                            std::span<const Component> components) {
    if (!selection.select.empty()) {
        const std::vector<Setting> before = settings_;
        for (Setting& setting : settings_) {
            setting.on = false;
            setting.place = "--select";
        }
        for (const std::string& name : selection.select) {
            if (name == "all") {
                for (Setting& setting : settings_) setting.on = true;
                continue;
            }
            const auto named = rules_named(name, rules, components);
            if (named.empty()) return Failure(unknown_rule(name, rules, components));
            // A rule that is off by default wants to be asked for by its own name.
            for (const std::uint32_t i : named) {
                if (before[i].on || rules[i].page.is_called(name) ||
                    has_short_name(rules[i].page, name))
                    settings_[i].on = true;
            }
        }
    }
    for (const std::string& name : selection.ignore) {
        const auto named = rules_named(name, rules, components);
        if (named.empty()) return Failure(unknown_rule(name, rules, components));
        for (const std::uint32_t i : named) {
            settings_[i].on = false;
            settings_[i].place = "--ignore";
        }
    }
    return {};
}

bool Profile::any_on() const {
    return std::any_of(settings_.begin(), settings_.end(),
                       [](const Setting& setting) { return setting.on; });
}

Level Profile::level(const Rule& rule, std::uint32_t index, std::string_view message) const {
    if (settings_[index].level) return *settings_[index].level;
    const Message* said = rule.page.message(message);
    return said != nullptr && said->level != Level::off ? said->level : rule.page.level;
}

}  // namespace gouji
