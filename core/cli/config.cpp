#include "gouji/output/words.hpp"

#include "cli/command.hpp"
#include "cli/config_schema.hpp"
#include "cli/console.hpp"
#include "cli/notices.hpp"
#include "cli/resolve_configs.hpp"

namespace gouji {
namespace {

void add_options(Options& options) {
    options.flag("all", {"全部规则", "every rule"})
        .flag("schema", {"输出 gouji.toml 的 JSON Schema", "write the JSON Schema of gouji.toml"});
    add_rule_selection(options);
    add_configuration(options);
    add_report(options);
}

std::string shown(const OptionValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&value)) return "\"" + *text + "\"";
    std::string out;
    for (const std::string& one : std::get<std::vector<std::string>>(value))
        out += (out.empty() ? "\"" : ", \"") + one + "\"";
    return "[" + out + "]";
}

/// One rule: its level, its options, and where each was said.
std::string rule_line(const Rule& rule, const Setting& setting, Language language) {
    const Level level = !setting.on ? Level::off : setting.level.value_or(rule.page.level);
    const std::string from =
        setting.place.empty() ? (pick(language, "默认", "default")) : setting.place;
    std::string out = "  " + rule.page.id + " = " +
                      (level == Level::off ? "off" : std::string(level_name(level))) + "    # " +
                      from + "\n";
    for (const Option& option : rule.page.options) {
        const auto said = setting.options.find(option.key);
        const bool changed = said != setting.options.end();
        out += "    " + option.key + " = " + shown(changed ? said->second : option.value) +
               "    # " + (changed ? setting.place : pick(language, "默认", "default")) + "\n";
    }
    return out;
}

void show(const Installation& installation, const ResolvedConfigs& resolved_configs,
          std::size_t input, const Input& file, bool all, Language language) {
    const ResolvedConfig& resolved_config =
        resolved_configs.resolved_configs[resolved_configs.inputs[input].resolved_config];
    const auto rules = installation.catalogue.rules();
    std::string out = file.name + "\n";
    const auto line = [&](const char* zh, const char* en, const std::string& value) {
        out += std::string("  ") + (language == Language::en ? en : zh) + value + "\n";
    };
    const Configuration* configuration = resolved_config.configuration;
    line("配置  ", "configuration  ",
         configuration != nullptr ? configuration->file : pick(language, "没有", "none"));
    line("格式  ", "edition  ",
         resolved_config.analysis.edition.empty() ? "auto" : resolved_config.analysis.edition);
    line("年份  ", "year  ",
         resolved_config.analysis.year == 0 ? "auto"
                                            : std::to_string(resolved_config.analysis.year));
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        if (all || !resolved_config.profile[i].place.empty())
            out += rule_line(rules[i], resolved_config.profile[i], language);
    }
    if (!all)
        line("其余规则都按默认；--all 全部列出",
             "all other rules as their pages say; --all lists them", "");
    print(out);
}

Result<int> show_config(const Arguments& arguments, Language language) {
    std::vector<std::string> paths = arguments.paths();
    if (paths.empty()) paths.emplace_back("年报.txt");
    std::vector<Input> inputs;
    for (const std::string& path : paths) inputs.push_back({path, path, false, std::nullopt});
    GOUJI_TRY(const auto found, find_configurations(arguments, inputs));
    GOUJI_TRY(const auto installation, load_installation(arguments, found));
    if (arguments.on("schema")) {
        print(config_schema(installation.catalogue, *installation.editions));
        return exit_clean;
    }
    GOUJI_TRY(const auto overrides, read_overrides(arguments, *installation.editions));
    GOUJI_TRY(const auto resolved_configs, resolve_configs(installation, found, overrides, inputs));
    for (std::size_t i = 0; i < inputs.size(); ++i)
        show(installation, resolved_configs, i, inputs[i], arguments.on("all"), language);
    const bool good = say_before(installation.catalogue, resolved_configs, found, inputs, language);
    return good ? exit_clean : exit_failed;
}

}  // namespace

const Command config_command{"config",
                             {"看对一个文件有效的配置", "show what holds for a file"},
                             {R"(用法：gouji config [选项] [文件…]      gouji config --schema

显示对一个文件有效的配置：哪一份 gouji.toml、格式、年份、每条规则的级别和选项，以及各在哪里定的。
--schema 供编辑器补全和检查 gouji.toml。
)",
                              R"(Usage: gouji config [options] [FILE…]      gouji config --schema

Shows what holds for a file: which gouji.toml, edition, year, each rule's level and options, and
where each was said. --schema is for editors.
)"},
                             {R"(例：  gouji config 乡镇/柳河镇2023.txt
      gouji config --all
)",
                              R"(For example: gouji config towns/liuhe-2023.txt
             gouji config --all
)"},
                             add_options,
                             show_config};

}  // namespace gouji
