#include "gouji/lsp/completion.hpp"

#include "gouji/lsp/protocol_json.hpp"
#include "gouji/lsp/toml_caret.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The protocol's CompletionItemKind.
enum ItemKind { module_item = 9, property_item = 10, value_item = 12 };

/// What a schema says at a place, references followed. `root` is the whole schema.
const JsonValue& resolved(const JsonValue& root, const JsonValue& schema) {
    static const JsonValue nothing;
    const std::string reference = text_of(schema, "$ref");
    if (!reference.starts_with("#/")) return schema;
    const auto pointer = JsonValue::json_pointer(reference.substr(1));
    return root.contains(pointer) ? root.at(pointer) : nothing;
}

/// Of several alternatives the one that has a member of this name.
const JsonValue& alternative(const JsonValue& root, const JsonValue& schema,
                             std::string_view name) {
    const JsonValue& own = resolved(root, schema);
    const JsonValue& any = member(own, "anyOf");
    if (!any.is_array()) return own;
    for (const JsonValue& one : any) {
        if (const JsonValue& found = resolved(root, one); !member(found, name).is_null())
            return found;
    }
    return own;
}

/// The schema of a table that is named by a path of keys.
const JsonValue& table_schema(const JsonValue& root, const std::vector<std::string>& path) {
    const JsonValue* at = &root;
    for (const std::string& part : path) {
        const JsonValue& table = alternative(root, *at, "properties");
        const JsonValue& named = member(member(table, "properties"), part);
        const JsonValue& next = named.is_null() ? member(table, "additionalProperties") : named;
        at = &resolved(root, next);
        if (const JsonValue& items = member(*at, "items"); items.is_object())
            at = &resolved(root, items);
    }
    return alternative(root, *at, "properties");
}

/// Whether a property is written as a table of its own, [name] or [[name]].
bool is_table(const JsonValue& property) {
    if (is_true(property, {"x-table"})) return true;
    if (text_of(property, "type") == "array")
        return text_of(member(property, "items"), "type") == "object";
    return text_of(property, "type") == "object" &&
           member(property, "additionalProperties") == false;
}

class Completions {
public:
    Completions(const JsonValue& root, const TextDocument& document, TextRange replaced,
                const Client& client)
        : root_(&root), document_(&document), replaced_(replaced), client_(&client) {}

    void add_keys(const TomlCaret& caret) {
        const JsonValue& table = table_schema(*root_, caret.table);
        if (!member(table, "properties").is_object()) return;
        for (const auto& [name, property] : member(table, "properties").items()) {
            const JsonValue& own = resolved(*root_, property);
            if (is_table(own) || caret.present.contains(name)) continue;
            add(property_item, name, key(name) + " = " + value_of(own), words_of(own));
        }
    }
    void add_values(const TomlCaret& caret) {
        const JsonValue& table = table_schema(*root_, caret.table);
        const JsonValue& property = member(member(table, "properties"), caret.key);
        add_words(alternative(*root_, property, "enum"));
        add_words(resolved(*root_, member(alternative(*root_, property, "items"), "items")));
        if (text_of(resolved(*root_, property), "type") == "boolean" && !caret.quoted) {
            for (const char* word : {"true", "false"}) add(value_item, word, word, "");
        }
        if (caret.key == "rule") add_rules(caret);
    }
    void add_tables() {
        for (const auto& [name, property] : member(*root_, "properties").items()) {
            const JsonValue& own = resolved(*root_, property);
            if (!is_table(own)) continue;
            const bool array = text_of(own, "type") == "array";
            // A table that holds tables of the author's own names, [messages.sum].
            const bool names = member(own, "additionalProperties").is_object() &&
                               !member(own, "properties").is_object();
            const std::string inner = names ? name + "." + hole(1) : name;
            add(module_item, name, array ? "[[" + inner + "]]" : "[" + inner + "]", words_of(own));
        }
    }

    [[nodiscard]] JsonValue take() { return std::move(out_); }

private:
    static std::string key(const std::string& name) {
        const bool bare = !name.empty() && std::ranges::all_of(name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '-' || c == '_';
        });
        return bare ? name : "\"" + name + "\"";
    }
    [[nodiscard]] std::string hole(int number) const {
        return client_->snippets ? "$" + std::to_string(number) : "";
    }
    static std::string words_of(const JsonValue& schema) { return text_of(schema, "description"); }

    /// What is written for a value of this type.
    [[nodiscard]] std::string value_of(const JsonValue& property) const {
        const JsonValue& one = alternative(*root_, property, "enum");
        if (const std::string given = text_of(property, "x-insert"); !given.empty())
            return client_->snippets ? given : "";
        if (const JsonValue& words = member(one, "enum"); words.is_array() && client_->snippets) {
            std::string choices;
            for (const JsonValue& word : words)
                choices += (choices.empty() ? "" : ",") + word.get<std::string>();
            return "\"${1|" + choices + "|}\"";
        }
        const std::string type = text_of(property, "type");
        if (type == "boolean") return client_->snippets ? "${1|true,false|}" : "";
        if (type == "integer") return hole(1);
        if (type == "array") return "[\"" + hole(1) + "\"]";
        if (type == "object")
            return client_->snippets ? "{ zh = \"$1\", en = \"$2\" }" : "{ zh = \"\", en = \"\" }";
        if (member(property, "const").is_number()) return written(member(property, "const"));
        return "\"" + hole(1) + "\"";
    }
    void add_words(const JsonValue& schema) {
        if (!member(schema, "enum").is_array()) return;
        for (const JsonValue& word : member(schema, "enum")) {
            if (word.is_string()) add_word(word.get<std::string>(), "");
        }
    }
    void add_word(const std::string& word, const std::string& about) {
        add(value_item, word, "\"" + word + "\"", about);
    }
    void add_rules(const TomlCaret&) {
        const JsonValue& rules = member(*root_, {"properties", "rules", "properties"});
        if (!rules.is_object()) return;
        for (const auto& [id, rule] : rules.items()) add_word(id, words_of(rule));
    }
    void add(ItemKind kind, const std::string& label, const std::string& text,
             const std::string& about) {
        JsonValue item = {{"label", label},
                          {"kind", static_cast<int>(kind)},
                          {"filterText", text},
                          {"textEdit", {{"range", range_json(replaced_)}, {"newText", text}}}};
        if (client_->snippets && text.find('$') != std::string::npos) item["insertTextFormat"] = 2;
        if (!about.empty()) item["documentation"] = about;
        out_.push_back(std::move(item));
    }

    const JsonValue* root_;
    const TextDocument* document_;
    TextRange replaced_;
    const Client* client_;
    JsonValue out_ = JsonValue::array();
};

}  // namespace

JsonValue completions_json(DocumentKind kind, const JsonValue& schema, const TextDocument& document,
                           TextPosition position, const Client& client) {
    const auto caret =
        toml_caret(document.text(), document.offset(position), kind == DocumentKind::rule_page);
    if (!caret) return JsonValue::array();
    Completions out(
        schema, document,
        {document.position(caret->replaced.begin), document.position(caret->replaced.end)}, client);
    switch (caret->place) {
        case TomlCaret::Place::key:
            out.add_keys(*caret);
            if (caret->table.empty() || empty(caret->replaced)) out.add_tables();
            break;
        case TomlCaret::Place::table:
            out.add_tables();
            break;
        case TomlCaret::Place::value:
            out.add_values(*caret);
            break;
    }
    return out.take();
}

}  // namespace gouji
