#include "gouji/rule/page.hpp"

#include "gouji/toml/reader.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::string_view fence = "+++";

struct Parts {
    std::string_view front_matter;  ///< with its last line end
    std::string_view body;
};

std::string_view without_carriage_return(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// Cuts `+++` lines off; nothing when the page does not begin with one or never closes it.
std::optional<Parts> cut(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = text.find('\n');
    if (first == std::string_view::npos ||
        without_carriage_return(text.substr(0, first)) != fence) {
        return std::nullopt;
    }
    std::size_t at = first + 1;
    const std::size_t begin = at;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (without_carriage_return(text.substr(at, end - at)) == fence) {
            return Parts{text.substr(begin, at - begin),
                         text.substr(std::min(end + 1, text.size()))};
        }
        at = end + 1;
    }
    return std::nullopt;
}

Localized words(TomlReader& table) { return {table.text("zh"), table.text("en")}; }

Localized words(TomlReader& root, std::string_view key) {
    auto table = root.table(key);
    if (!table) {
        root.wrong(key, "缺少“" + std::string(key) + "”，应写作 { zh = \"…\", en = \"…\" }",
                   "'" + std::string(key) + "' is missing; write { zh = \"…\", en = \"…\" }");
        return {};
    }
    Localized out = words(*table);
    table->finish();
    return out;
}

Level level(TomlReader& table, std::optional<Level> fallback) {
    constexpr Level levels[] = {Level::error, Level::warning, Level::note};
    if (fallback && !table.has("level")) return *fallback;
    return levels[table.one_of("level", {"error", "warning", "note"}, std::nullopt)];
}

std::vector<Message> messages(TomlReader& root) {
    std::vector<Message> out;
    auto table = root.table("messages");
    if (!table) {
        root.wrong("messages", "至少要有一条消息 [messages.…]",
                   "at least one message [messages.…] is wanted");
        return out;
    }
    for (const std::string& id : table->keys()) {
        auto message = table->table(id);
        if (!message) continue;
        out.push_back({id, words(*message), level(*message, Level::off)});
        message->finish();
    }
    return out;
}

OptionValue value(TomlReader& option) {
    switch (option.one_of("type", {"integer", "boolean", "text", "list"}, std::nullopt)) {
        case 0:
            return option.integer("default", std::nullopt);
        case 1:
            if (!option.has("default"))
                option.wrong("default", "缺少“default”", "'default' is missing");
            return option.boolean("default", false);
        case 2:
            return option.text("default");
        default:
            if (!option.has("default"))
                option.wrong("default", "缺少“default”", "'default' is missing");
            return option.texts("default");
    }
}

std::vector<Option> options(TomlReader& root) {
    std::vector<Option> out;
    auto table = root.table("options");
    if (!table) return out;
    for (const std::string& key : table->keys()) {
        auto option = table->table(key);
        if (!option) continue;
        OptionValue fallback = value(*option);
        out.push_back({key, words(*option), std::move(fallback)});
        option->finish();
    }
    return out;
}

/// plugin/rule, both in kebab-case.
bool well_formed(std::string_view id) {
    const std::size_t slash = id.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == id.size()) return false;
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return std::all_of(id.begin(), id.begin() + static_cast<std::ptrdiff_t>(slash), plain) &&
           std::all_of(id.begin() + static_cast<std::ptrdiff_t>(slash) + 1, id.end(), plain);
}

/// Where `kind` has no table of its name but the page has another one, the two names differ.
void name_the_table(TomlReader& root, const std::string& kind) {
    for (const std::string& key : root.unasked()) {
        root.wrong(
            "kind", "kind = \"" + kind + "\" 要有同名的一节，页里写的是 [" + key + "]",
            "kind = \"" + kind + "\" needs a table of that name; the page has [" + key + "]");
    }
}

Page read(TomlReader& root) {
    constexpr std::string_view precisions[] = {"very-high", "high", "medium", "low"};
    Page page;
    page.id = root.text("id");
    if (!well_formed(page.id)) {
        root.wrong(
            "id", "规则编号“" + page.id + "”应写作 插件/规则，只用小写字母、数字和连字符",
            "rule id '" + page.id + "' should read plugin/rule in lower case, digits and hyphens");
    }
    page.name = words(root, "name");
    page.summary = words(root, "summary");
    page.level = level(root, std::nullopt);
    page.enabled = root.one_of("default", {"on", "off"}, 0) == 0;
    page.precision =
        precisions[root.one_of("precision", {"very-high", "high", "medium", "low"}, 1)];
    page.tags = root.texts("tags");
    page.editions = root.texts("editions");
    page.aliases = root.texts("aliases");
    page.deprecated = root.text("deprecated", "");
    if (root.node("formerly") != nullptr)
        root.wrong_key("formerly", "“formerly”现在写作“aliases”", "'formerly' is called 'aliases'");
    page.native = root.boolean("native", false);
    page.kind = root.text("kind", "");
    page.external = root.texts("external");
    page.messages = messages(root);
    page.options = options(root);
    page.lists = read_word_lists(root);
    const int ways =
        (page.native ? 1 : 0) + (page.kind.empty() ? 0 : 1) + (page.external.empty() ? 0 : 1);
    if (ways > 1) {
        root.wrong(page.kind.empty() ? "external" : "kind",
                   "“native = true”（插件代码）、“external”（程序）和“kind”（声明式）只能写一样",
                   "of 'native = true' (a plugin's code), 'external' (a program) and 'kind' (a "
                   "declarative rule) there can be one");
    }
    if (ways == 0) {
        root.wrong(
            "kind",
            "缺少“kind”（声明式规则）、“external”（程序）或“native = true”（由插件代码实现）",
            "'kind' (a declarative rule), 'external' (a program) or 'native = true' (a "
            "plugin's code) is missing");
    }
    if (!page.kind.empty() && !page.lists.empty()) {
        root.wrong_key("lists", "词表 [lists] 只供由代码或程序实现的规则使用",
                       "[lists] are for rules that code implements");
    }
    if (!page.kind.empty() && !page.options.empty()) {
        root.wrong_key("options", "选项 [options] 只供由代码或程序实现的规则使用",
                       "[options] are for rules that code implements");
    }
    // The kind's own parameters are read and checked by the kind.
    if (!page.kind.empty()) {
        if (!root.has(page.kind)) name_the_table(root, page.kind);
        static_cast<void>(root.node(page.kind));
    }
    root.finish();
    return page;
}

}  // namespace

const Message* Page::message(std::string_view wanted) const {
    for (const Message& message : messages) {
        if (message.id == wanted) return &message;
    }
    return nullptr;
}

bool Page::is_called(std::string_view wanted) const {
    return id == wanted || std::find(aliases.begin(), aliases.end(), wanted) != aliases.end();
}

Error Page::error_at(std::string_view key, const Localized& words) const {
    return front != nullptr ? front->frame(key).around(words.zh, words.en) : at_place(file, words);
}

std::string Page::place() const {
    const auto* key = front != nullptr ? front->table.get("id") : nullptr;
    if (key == nullptr) return file;
    return file + ":" + std::to_string(front_matter_line - 1 + key->source().begin.line);
}

Result<Page> parse_page(std::string text, const std::string& file) {
    const auto kept = std::make_shared<const std::string>(std::move(text));
    const auto parts = cut(*kept);
    if (!parts) {
        return fail(file +
                        ":1:1: 规则页应以一行 +++ 开头，TOML 之后再以一行 +++ 结束"
                        "（不是规则页的说明，写在 README.md 里）",
                    file +
                        ":1:1: a rule page begins with a line +++, then TOML, then a line +++ "
                        "(notes that are no page go into README.md)");
    }
    constexpr std::uint32_t first_line = 2;
    GOUJI_TRY(auto front, parse_toml(parts->front_matter, file, first_line));
    auto page = read_toml<Page>(*front, read);
    if (!page) return page;
    page->file = file;
    page->front_matter = parts->front_matter;
    page->front_matter_line = first_line;
    page->front = std::move(front);
    page->body = parts->body;
    page->text = kept;
    return page;
}

}  // namespace gouji
