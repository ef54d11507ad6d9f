#pragma once

#include "gouji/base/result.hpp"
#include "gouji/config/configuration.hpp"
#include "gouji/rule/rule.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gouji {

/// The setting of one rule: whether it runs, and the level the user gave it, if any.
struct Setting {
    bool on = false;
    std::optional<Level> level;
    std::map<std::string, OptionValue, std::less<>> options;  ///< those that differ from the page
    std::vector<WordListAddition> lists;                      ///< words added to the page's lists
    std::string place;  ///< where it was last set: “gouji.toml:3”; "" for the page
};

/// What the user names: rules, old names of rules, plugins, packs, or “all”.
struct Selection {
    std::vector<std::string> select;  ///< empty: every rule that is on by its page
    std::vector<std::string> ignore;
};

/// The settings of all rules for one set of files. Made once, before the run. Pages, configuration
/// and command line are merged here and nowhere else.
class Profile {
public:
    /// The defaults of the pages.
    explicit Profile(std::span<const Rule> rules);

    /// What a pack sets for a rule of another component, or a layer of a configuration for any.
    void apply(const RuleSetting& setting);
    /// What the command line sets; applied last. An unknown name is an error that names the
    /// nearest.
    Result<void> apply(const Selection& selection, std::span<const Rule> rules,
                       std::span<const Component> components);

    [[nodiscard]] Setting& operator[](std::uint32_t rule) { return settings_[rule]; }
    [[nodiscard]] const Setting& operator[](std::uint32_t rule) const { return settings_[rule]; }

    /// Whether any rule takes part.
    [[nodiscard]] bool any_on() const;
    /// The level of one finding: the user's for the rule, else the message's own, else the page's.
    [[nodiscard]] Level level(const Rule& rule, std::uint32_t index,
                              std::string_view message) const;

private:
    std::vector<Setting> settings_;
};

/// The rules that a name stands for: one by id or old id, all of a component, else those whose id
/// ends in “/name”. Empty when unknown.
[[nodiscard]] std::vector<std::uint32_t> rules_named(std::string_view name,
                                                     std::span<const Rule> rules,
                                                     std::span<const Component> components);

/// The error “no rule …” with the nearest name.
[[nodiscard]] Error unknown_rule(std::string_view name, std::span<const Rule> rules,
                                 std::span<const Component> components);

}  // namespace gouji
