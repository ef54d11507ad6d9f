#include "gouji/diagnostics/profile.hpp"
#include "gouji/output/words.hpp"
#include "gouji/text/unicode.hpp"

#include <variant>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/installation.hpp"

namespace gouji {
namespace {

using Json = nlohmann::ordered_json;

/// `words` and blanks up to `columns` of a terminal.
std::string padded(std::string words, std::size_t columns) {
    const std::size_t have = width(words);
    words.append(have < columns ? columns - have : 1, ' ');
    return words;
}

/// A rule's level as the packs that are asked for leave it; off: they do without it.
Level level_of(const Catalogue& catalogue, std::uint32_t rule) {
    Level out = catalogue.rules()[rule].page.level;
    for (const Component& component : catalogue.components()) {
        for (const Adjusted& adjusted : component.adjusted) {
            if (adjusted.rule == rule && adjusted.level) out = *adjusted.level;
        }
    }
    return out;
}

void list(const Installation& installation, const std::vector<std::uint32_t>& chosen,
          Language language) {
    const auto rules = installation.catalogue.rules();
    std::string out;
    for (const std::uint32_t i : chosen) {
        const Page& page = rules[i].page;
        std::string level(level_word(level_of(installation.catalogue, i), language));
        if (!page.enabled) level += pick(language, "（默认关）", ", off");
        out += padded(page.id, 38) + padded(level, language == Language::en ? 14 : 16) +
               page.name.in(language);
        if (!rules[i].adjusted.empty()) out += "  [" + rules[i].adjusted + "]";
        if (!page.deprecated.empty())
            out += pick(language, "  [已不再使用：", "  [deprecated: ") + page.deprecated + "]";
        out += "\n";
    }
    const std::string count = std::to_string(chosen.size());
    out += language == Language::en ? count + " rules; gouji explain RULE says what one is about\n"
                                    : "共 " + count + " 条规则；gouji explain 规则 看说明\n";
    print(out);
}

Json json_of(const Option& option, Language language) {
    Json out{{"key", option.key}};
    std::visit([&](const auto& value) { out["default"] = value; }, option.value);
    out["description"] = option.words.in(language);
    return out;
}

/// One rule as `rules --format json` lists it; the member names are public and stay.
Json json_of(const Installation& installation, std::uint32_t index, Language language) {
    const Catalogue& catalogue = installation.catalogue;
    const Rule& rule = catalogue.rules()[index];
    const Page& page = rule.page;
    Json out{{"id", page.id},
             {"name", page.name.in(language)},
             {"summary", page.summary.in(language)},
             {"level", level_name(level_of(catalogue, index))},
             {"enabled", page.enabled},
             {"from", catalogue.component_of(rule).id},
             {"editions", page.editions},
             {"aliases", page.aliases},
             {"deprecated", page.deprecated.empty() ? Json() : Json(page.deprecated)},
             {"options", Json::array()},
             {"lists", Json::array()}};
    for (const Option& option : page.options) out["options"].push_back(json_of(option, language));
    for (const WordList& list : page.lists) {
        if (list.extend)
            out["lists"].push_back({{"key", "lists." + list.name},
                                    {"description", list.about.in(language)},
                                    {"words", list.words.size()}});
    }
    return out;
}

void list_as_json(const Installation& installation, const std::vector<std::uint32_t>& chosen,
                  Language language) {
    Json out = Json::array();
    for (const std::uint32_t i : chosen) out.push_back(json_of(installation, i, language));
    print(out.dump(2) + "\n");
}

void add_options(Options& options) {
    options.choice("format,f", {"text", "json"});
    add_rule_sources(options);
}

Result<int> list_rules(const Arguments& arguments, Language language) {
    const auto installation = load_installation(arguments);
    if (!installation) return Failure(installation.error());
    const Catalogue& catalogue = installation->catalogue;
    std::vector<std::uint32_t> chosen;
    for (const std::string& name : arguments.paths()) {
        const auto named = rules_named(name, catalogue.rules(), catalogue.components());
        if (named.empty())
            return Failure(unknown_rule(name, catalogue.rules(), catalogue.components()));
        chosen.insert(chosen.end(), named.begin(), named.end());
    }
    if (arguments.paths().empty()) {
        for (std::uint32_t i = 0; i < catalogue.rules().size(); ++i) chosen.push_back(i);
    }
    (arguments.text("format") == "json" ? list_as_json : list)(*installation, chosen, language);
    for (const Error& error : catalogue.refused()) complain(error, language);
    return catalogue.refused().empty() ? exit_clean : exit_failed;
}

}  // namespace

const Command rules_command{"rules",
                            {"列出规则", "list the rules"},
                            {R"(用法：gouji rules [选项] [规则或插件…]

列出每条规则的编号、级别和名称。
)",
                             R"(Usage: gouji rules [options] [RULE|PLUGIN…]

Lists every rule's id, level and name.
)"},
                            {R"(例：  gouji rules
      gouji rules arithmetic
      gouji rules --format json
)",
                             R"(For example: gouji rules
             gouji rules arithmetic
             gouji rules --format json
)"},
                            add_options,
                            list_rules};

}  // namespace gouji
