#include "gouji/base/nearest.hpp"
#include "gouji/diagnostics/profile.hpp"
#include "gouji/output/words.hpp"
#include <gouji/utf8.hpp>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/installation.hpp"

namespace gouji {
namespace {

std::string shown(const OptionValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&value)) return "\"" + *text + "\"";
    std::string out = "[";
    for (const std::string& item : std::get<std::vector<std::string>>(value)) {
        out += (out.size() > 1 ? ", \"" : "\"") + item + "\"";
    }
    return out + "]";
}

void explain(const Rule& rule, const Component& component, Language language) {
    const Page& page = rule.page;
    const auto line = [&](const char* zh, const char* en, const std::string& text) {
        return (language == Language::en ? std::string(en) + ": " : std::string(zh) + "：") + text +
               "\n";
    };
    std::string out =
        page.id + "  " + page.name.in(language) + "\n" + page.summary.in(language) + "\n\n";
    std::string level(level_word(page.level, language));
    if (!page.enabled) level += pick(language, "（默认关闭）", " (off by default)");
    out += line("级别", "Level", level);
    if (!page.deprecated.empty()) out += line("已不再使用", "Deprecated", page.deprecated);
    if (!rule.adjusted.empty()) out += line("已调整", "Adjusted", rule.adjusted);
    if (!page.editions.empty()) out += line("适用格式", "Editions", join(page.editions, ", "));
    if (!page.aliases.empty()) out += line("旧编号", "Older ids", join(page.aliases, ", "));
    out += line("来源", "From", component.id + " " + component.version + "  " + component.place);
    for (const Option& option : page.options) {
        out += line("选项", "Option",
                    option.key + " = " + shown(option.value) + "  " + option.words.in(language));
    }
    for (const WordList& list : page.lists) {
        if (!list.extend) continue;
        out += line("可加词的词表", "List open to more words",
                    "lists." + list.name + "  " + list.about.in(language) +
                        (pick(language, "，", ", ")) + std::to_string(list.words.size()) +
                        (pick(language, " 个词", " words")));
    }
    for (const Message& message : page.messages)
        out += line("消息", "Message", message.words.in(language));
    out += "\n" + std::string(trimmed(page.body)) + "\n";
    print(out);
}

Result<int> explain_rules(const Arguments& arguments, Language language) {
    if (arguments.paths().empty()) {
        return fail("要说明哪条规则？例如：gouji explain arithmetic/row-total",
                    "explain which rule? for example: gouji explain arithmetic/row-total");
    }
    const auto installation = load_installation(arguments);
    if (!installation) return Failure(installation.error());
    const Catalogue& catalogue = installation->catalogue;
    for (const Error& error : catalogue.refused()) complain(error, language);
    for (const std::string& name : arguments.paths()) {
        const auto named = rules_named(name, catalogue.rules(), catalogue.components());
        if (named.empty())
            return Failure(unknown_rule(name, catalogue.rules(), catalogue.components()));
        for (const std::uint32_t i : named) {
            explain(catalogue.rules()[i], catalogue.component_of(catalogue.rules()[i]), language);
        }
    }
    return exit_clean;
}

}  // namespace

const Command explain_command{
    "explain",
    {"说明一条规则：查什么、为什么、怎么改", "explain a rule: what, why, what to do"},
    {R"(用法：gouji explain [选项] 规则…

显示规则页：查什么、为什么、怎么改、什么情形不报，附例子。旧编号也认得。
)",
     R"(Usage: gouji explain [options] RULE…

Shows the rule's page: what it finds, why it matters, what to do, when it keeps quiet, with
examples. Old ids are understood.
)"},
    {R"(例：  gouji explain arithmetic/row-total
)",
     R"(For example: gouji explain arithmetic/row-total
)"},
    add_rule_sources,
    explain_rules};

}  // namespace gouji
