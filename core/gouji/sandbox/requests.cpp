#include "gouji/sandbox/requests.hpp"

#include "gouji/base/version.hpp"
#include "gouji/document/document_record.hpp"
#include "gouji/plugin/parts.hpp"
#include "gouji/sandbox/json.hpp"
#include "gouji/semantic/model_record.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

std::vector<std::string> texts(const Json& in, const char* key) {
    std::vector<std::string> out;
    const auto found = in.find(key);
    if (found == in.end() || !found->is_array()) return out;
    for (const Json& one : *found) {
        if (one.is_string()) out.push_back(one.get<std::string>());
    }
    return out;
}

/// The words of a list and what stands beside them.
void read_words(const Json& in, WordList& list) {
    list.words = texts(in, "words");
    list.values = texts(in, "values");
    list.values.resize(list.values.empty() ? 0 : list.words.size());
}

Json lists_json(const Page& page) {
    Json out = Json::object();
    for (const WordList& list : page.lists) {
        Json& one = out[list.name] = {{"words", list.words}};
        if (!list.values.empty()) one["values"] = list.values;
        if (!list.shared.empty()) one["shared"] = list.shared;
    }
    return out;
}

}  // namespace

std::string confined_json(std::span<const std::string> lacking) {
    return written({{"lacking", std::vector<std::string>(lacking.begin(), lacking.end())}});
}

std::optional<std::vector<std::string>> read_confined(std::string_view payload) {
    const auto json = read_object(payload);
    return json ? std::optional(texts(*json, "lacking")) : std::nullopt;
}

std::string declaration_json(const Result<Plugin>& plugin) {
    if (!plugin) return written({{"failed", error_json(plugin.error())}});
    Json out{{"id", plugin->id}, {"version", plugin->version}, {"abi", plugin->abi_minor}};
    out["rules"] = Json::array();
    for (const NativeRule& rule : plugin->rules) {
        const gouji_text& page = *rule.functions.page;
        out["rules"].push_back({{"file", rule.page.file},
                                {"page", std::string(page.data, page.size)},
                                {"lists", lists_json(rule.page)}});
    }
    for (const Error& error : plugin->refused) out["refused"].push_back(error_json(error));
    return written(out);
}

Result<Plugin> read_declaration(std::string_view payload, const std::filesystem::path& file) {
    const auto json = read_object(payload);
    if (json) {
        if (const auto failed = json->find("failed"); failed != json->end())
            return Failure(read_error(*failed));
    }
    if (!json || text_at(*json, "id").empty()) {
        return fail(file.string() + "：说不清自己有哪些规则，不用这个插件",
                    file.string() + ": gave no account of its rules; it is not used");
    }
    Plugin out{file, text_at(*json, "id"), text_at(*json, "version"), 0, {}, {}};
    if (const auto abi = json->find("abi"); abi != json->end() && abi->is_number_unsigned())
        out.abi_minor =
            static_cast<std::uint32_t>(std::min(abi->get<std::uint64_t>(), UINT64_C(999)));
    for (const Json& error : json->value("refused", Json::array()))
        out.refused.push_back(read_error(error));
    for (const Json& rule : json->value("rules", Json::array())) {
        if (!rule.is_object()) continue;
        auto page = parse_page(text_at(rule, "page"), text_at(rule, "file"));
        if (!page) {
            out.refused.push_back(page.error());
            continue;
        }
        if (!page->native || !page->id.starts_with(out.id + "/")) continue;
        // What stands in shared lists only the plugin knows.
        const Json lists = rule.value("lists", Json::object());
        for (WordList& list : page->lists) {
            if (!lists.is_object() || !lists.contains(list.name)) continue;
            const Json& words = lists[list.name];
            if (!words.is_object()) continue;
            read_words(words, list);
            list.shared = text_at(words, "shared");
        }
        out.rules.push_back({std::move(*page), {}});
    }
    return out;
}

std::string start_json(const Page& page) {
    Json options = Json::object();
    for (const Option& option : page.options)
        std::visit([&](const auto& value) { options[option.key] = value; }, option.value);
    return written({{"protocol", 1},
                    {"gouji", version},
                    {"rule", page.id},
                    {"options", std::move(options)},
                    {"lists", lists_json(page)}});
}

Started read_start(std::string_view payload, std::span<const NativeRule> rules) {
    Started out;
    const auto json = read_object(payload);
    if (!json) return out;
    const std::string id = text_at(*json, "rule");
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const NativeRule& one) { return one.page.id == id; });
    if (rule == rules.end()) return out;
    out.rule = &*rule;
    out.page = rule->page;
    const Json options = json->value("options", Json::object());
    for (Option& option : out.page.options) {
        if (const auto said = options.find(option.key); said != options.end())
            std::visit([&](auto& value) { said->get_to(value); }, option.value);
    }
    const Json lists = json->value("lists", Json::object());
    for (WordList& list : out.page.lists) {
        if (const auto said = lists.find(list.name); said != lists.end()) read_words(*said, list);
        list.shared.clear();
    }
    return out;
}

std::string ready_json(const std::optional<Error>& failure) {
    return failure ? written({{"failed", error_json(*failure)}}) : "{}";
}

Result<std::optional<Error>> read_ready(std::string_view payload) {
    const auto json = read_object(payload);
    if (!json) return fail("回答不是约定的格式", "the answer is not in the protocol's form");
    const auto failed = json->find("failed");
    return failed == json->end() ? std::nullopt : std::optional(read_error(*failed));
}

namespace {

void write_parts(std::uint32_t parts, const Document& document, const SemanticModel& model,
                 RecordWriter& out) {
    out.number(parts);
    if ((parts & part::tables) != 0) DocumentRecord::write_tables(document, out);
    if ((parts & part::forms) != 0) write_forms(model, document.view(), out);
}

void read_parts(RecordReader& in, Request& request) {
    const std::uint32_t parts = in.small();
    if ((parts & part::tables) != 0) DocumentRecord::read_tables(in, request.document);
    if ((parts & part::forms) != 0) read_forms(in, request.document.view(), request.model);
    request.parts |= parts;
}

}  // namespace

std::string document_record(std::span<const std::uint32_t> numbers, std::uint32_t parts,
                            const Document& document, const SemanticModel& model,
                            std::string buffer) {
    RecordWriter out(std::move(buffer));
    out.array(numbers);
    DocumentRecord::write(document, out);
    write_model(model, document.view(), out);
    write_parts(parts, document, model, out);
    return out.take();
}

std::optional<Request> read_document_record(std::string_view payload, const Text& text) {
    RecordReader in(payload);
    auto numbers = in.array<std::uint32_t>();
    auto document = DocumentRecord::read(in, text);
    if (!document) return std::nullopt;
    SemanticModel model = read_model(in, text.view());
    Request out{std::move(numbers), 0, std::move(*document), std::move(model)};
    read_parts(in, out);
    if (!in.done()) return std::nullopt;
    return out;
}

std::string wanted_record(std::uint32_t parts) {
    RecordWriter out;
    out.number(parts);
    return out.take();
}

std::optional<std::uint32_t> read_wanted(std::string_view payload) {
    RecordReader in(payload);
    const std::uint64_t parts = in.number();
    if (!in.done() || parts == 0 || parts > part::all) return std::nullopt;
    return static_cast<std::uint32_t>(parts);
}

std::string parts_record(std::uint32_t parts, const Document& document,
                         const SemanticModel& model) {
    RecordWriter out;
    write_parts(parts, document, model, out);
    return out.take();
}

bool read_parts_record(std::string_view payload, Request& request) {
    RecordReader in(payload);
    read_parts(in, request);
    return in.done();
}

}  // namespace gouji
