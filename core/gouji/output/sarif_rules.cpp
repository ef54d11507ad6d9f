#include "gouji/output/sarif_rules.hpp"

#include "gouji/base/version.hpp"
#include "gouji/output/words.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

/// arithmetic/row-total: ArithmeticRowTotal. A word of one letter stays small (NotaNumber), for the
/// validators take two capitals in a row for no Pascal case.
std::string pascal_case(std::string_view id) {
    std::string out;
    bool up = true;
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (id[i] == '/' || id[i] == '-') {
            up = id.size() - i > 2 && id[i + 2] != '-';
            continue;
        }
        const bool small = id[i] >= 'a' && id[i] <= 'z';
        out.push_back(up && small ? static_cast<char>(id[i] - 'a' + 'A') : id[i]);
        up = false;
    }
    return out;
}

/// What the page says in prose: its body without the title and the examples.
std::string_view prose(const Page& page) {
    std::string_view body = page.body;
    body = body.substr(0, std::min(body.find("\n## 例"), body.find("\n```")));
    body = trimmed(body);
    if (body.starts_with("# ")) body.remove_prefix(std::min(body.find('\n'), body.size()));
    return trimmed(body);
}

void write_text(Json& json, std::string_view name, std::string_view text) {
    json.key(name).begin_object().member("text", text).end_object();
}

void write_rule(Json& json, const Rule& rule, const Component& component, Language language) {
    const Page& page = rule.page;
    json.begin_object().member("id", page.id).member("name", pascal_case(page.id));
    write_text(json, "shortDescription", page.name.in(language));
    write_text(json, "fullDescription", page.summary.in(language));
    json.key("messageStrings").begin_object();
    for (const Message& message : page.messages) {
        // What never changes needs no form to be filled in: results carry the words themselves.
        if (const Numbered form = numbered(message.words.in(language)); !form.names.empty())
            write_text(json, message.id, form.text);
    }
    json.end_object();
    json.member("helpUri", help_uri(page, component));
    const std::string what_to_do = advice(page, language);
    const std::string_view markdown = prose(page);
    json.key("help").begin_object();
    json.member("text",
                page.summary.in(language) + (what_to_do.empty() ? "" : "\n\n" + what_to_do));
    if (!markdown.empty()) json.member("markdown", markdown);
    json.end_object();
    json.key("defaultConfiguration").begin_object();
    json.member("enabled", page.enabled)
        .member("level", level_name(page.level))
        .member("rank", rank(page));
    json.end_object();
    if (!page.aliases.empty()) {
        json.key("deprecatedIds").begin_array();
        for (const std::string& id : page.aliases) json.value(id);
        json.end_array();
    }
    json.key("properties")
        .begin_object()
        .member("category", component.id)
        .member("precision", page.precision);
    json.member("problem.severity",
                page.level == Level::note ? "recommendation" : level_name(page.level));
    json.key("tags").begin_array();
    for (const std::string& tag : page.tags) json.value(tag);
    json.end_array().end_object();
    json.end_object();
}

}  // namespace

std::string help_uri(const Page& page, const Component& component) {
    std::string stem = page.id.substr(page.id.find('/') + 1);
    std::string folder;
    if (component.native) {
        std::replace(stem.begin(), stem.end(), '-', '_');
        folder = "/plugins/" + component.id;
    } else if (const std::size_t at = component.place.rfind("/rules/"); at != std::string::npos) {
        folder = component.place.substr(at);
    }
    const std::string site(home);
    return component.foreign || folder.empty() ? site : site + folder + "/" + stem + ".md";
}

int rank(const Page& page) {
    if (page.precision == "very-high") return 95;
    if (page.precision == "high") return 80;
    return page.precision == "medium" ? 60 : 40;
}

void write_component(Json& json, const Component& component, Language language) {
    json.begin_object().member("name", component.id);
    if (component.name.in(language) != component.id)
        json.member("fullName", component.name.in(language));
    json.member("version", component.version).member("semanticVersion", component.version);
    json.member("language", pick(language, "zh-CN", "en-US"));
    json.end_object();
}

void write_rules(Json& json, const Catalogue& catalogue, Language language) {
    json.key("rules").begin_array();
    for (const Rule& rule : catalogue.rules()) {
        json.line();
        write_rule(json, rule, catalogue.component_of(rule), language);
    }
    json.end_array();
}

}  // namespace gouji
