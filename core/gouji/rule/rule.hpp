#pragma once

#include "gouji/rule/page.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// What a pack says of somebody else's rule.
struct Adjusted {
    std::uint32_t rule = 0;
    std::optional<Level> level;
    std::optional<Localized> name;
    std::map<std::string, OptionValue, std::less<>> options;
    std::vector<WordListAddition> lists;
    std::string reason;
    std::string place;  ///< FILE:LINE
};

/// Who brings rules: a plugin or a pack. Its rules are [first_rule, first_rule + rule_count).
struct Component {
    std::string id;
    std::string version;
    Localized name;
    std::string place;       ///< the plugin's file, the pack's folder
    std::string declared;    ///< FILE:LINE of a pack's id; the plugin's file
    std::string deprecated;  ///< what to use in its stead; "" when current
    bool native = false;
    bool foreign = false;                ///< code that does not come with this installation
    std::uint32_t abi_minor = 0;         ///< of a plugin
    std::vector<std::string> builds_on;  ///< ids of packs
    std::vector<Adjusted> adjusted;      ///< what a pack says of rules of others
    std::uint32_t first_rule = 0;
    std::uint32_t rule_count = 0;
};

/// A rule as this run knows it: its page, with what packs have changed about it.
struct Rule {
    Page page;
    std::uint32_t component = 0;
    std::string adjusted;  ///< why a pack changed its level or name; "" when none did
};

}  // namespace gouji
