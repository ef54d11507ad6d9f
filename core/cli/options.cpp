#include "cli/options.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/text/unicode.hpp"

#include <algorithm>
#include <utility>

#include <boost/make_shared.hpp>
#include <boost/program_options/cmdline.hpp>
#include <boost/program_options/value_semantic.hpp>

namespace gouji {
namespace {

namespace po = boost::program_options;

constexpr std::uint32_t most_columns = 98;

/// “-f, --format text|sarif (note)”
std::string shown(const po::option_description& option, Language language) {
    std::string out = "--" + option.long_name();
    const std::string brief =
        option.canonical_display_name(po::command_line_style::allow_dash_for_short);
    if (brief.starts_with("-")) out = brief + ", " + out;
    const std::string argument = option.format_parameter();
    if (!argument.empty()) out += " " + argument;
    if (option.description().empty()) return out;
    return out + pick(language, "（", " (") + option.description() + pick(language, "）", ")");
}

}  // namespace

Options::Options(Language language) : language_(language) {
    all_.add_options()("paths", po::value<std::vector<std::string>>()->composing());
    groups_.push_back({pick(language, "选项", "Options"), {}});
    choice("lang", {"zh", "en"});
    flag("help,h");
    common_ = std::exchange(groups_.back().options, {});
}

void Options::add(Described option) {
    all_.add(option);
    groups_.back().options.push_back(std::move(option));
}

Options& Options::group(const Localized& title) {
    if (groups_.back().options.empty()) groups_.pop_back();
    groups_.push_back({title.in(language_), {}});
    return *this;
}

Options& Options::value(const char* names, const Localized& argument, const Localized& note) {
    auto* semantic = po::value<std::vector<std::string>>()->composing();
    semantic->value_name(argument.in(language_));
    add(boost::make_shared<po::option_description>(names, semantic, note.in(language_).c_str()));
    return *this;
}

Options& Options::choice(const char* names, const std::vector<std::string>& words,
                         const Localized& note) {
    value(names, {join(words, "|")}, note);
    choices_.emplace(groups_.back().options.back()->long_name(), words);
    return *this;
}

Options& Options::flag(const char* names, const Localized& note) {
    add(boost::make_shared<po::option_description>(names, po::bool_switch(),
                                                   note.in(language_).c_str()));
    return *this;
}

std::string Options::help() const {
    std::vector<Group> groups = groups_;
    if (groups.size() > 1) groups.push_back({pick(language_, "其他", "Other"), {}});
    groups.back().options.insert(groups.back().options.end(), common_.begin(), common_.end());
    std::uint32_t indent = 0;
    for (const Group& group : groups) indent = std::max(indent, width(group.title) + 2);
    std::string out;
    for (const Group& group : groups) {
        out += group.title + std::string(indent - width(group.title), ' ');
        std::uint32_t column = indent;
        for (const Described& option : group.options) {
            const std::string words = shown(*option, language_);
            const std::uint32_t columns = width(words);
            if (column > indent && column + 3 + columns > most_columns) {
                out += "\n" + std::string(indent, ' ');
                column = indent;
            } else if (column > indent) {
                out += "   ";
                column += 3;
            }
            out += words;
            column += columns;
        }
        out += "\n";
    }
    return out;
}

void add_rule_sources(Options& options) {
    options.value("plugin", {"文件", "FILE"})
        .value("plugin-path", {"文件夹", "DIR"})
        .value("pack", {"地区包或文件夹", "REGION|FOLDER"})
        .flag("trust", {"允许配置载入插件、规则包运行程序",
                        "let configurations load plugins, packs run programs"});
}

void add_rule_selection(Options& options) {
    options.group({"规则", "Rules"})
        .value("select", {"规则,插件", "RULE,PLUGIN"})
        .value("ignore", {"规则,插件", "RULE,PLUGIN"});
    add_rule_sources(options);
}

void add_isolation(Options& options) {
    options.choice("isolate", {"on", "off"}, {"外来代码的隔离", "foreign code apart"})
        .value("time-limit", {"毫秒", "MS"})
        .value("memory-limit", {"1G"});
}

void add_configuration(Options& options) {
    options.group({"配置", "Config"})
        .value("config", {"文件", "FILE"},
               {"默认用最近的 gouji.toml", "default: nearest gouji.toml"})
        .flag("no-config")
        .flag("locked", {"年报旁边的不用", "none beside the reports"});
}

void add_report(Options& options) {
    options.group({"年报", "Report"})
        .value("edition", {"auto|2021|…"})
        .value("year", {"年份", "N"});
}

}  // namespace gouji
