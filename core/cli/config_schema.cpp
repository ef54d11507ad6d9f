#include "cli/config_schema.hpp"

#include <nlohmann/json.hpp>

namespace gouji {
namespace {

using Json = nlohmann::ordered_json;

Json described(const char* type, const std::string& words) {
    return {{"type", type}, {"description", words}};
}
Json list_of_texts(const std::string& words) {
    Json out = described("array", words);
    out["items"] = {{"type", "string"}};
    return out;
}

Json option_schema(const Option& option) {
    Json out;
    if (const auto* number = std::get_if<std::int64_t>(&option.value)) {
        out = described("integer", option.words.zh);
        out["default"] = *number;
    } else if (const auto* truth = std::get_if<bool>(&option.value)) {
        out = described("boolean", option.words.zh);
        out["default"] = *truth;
    } else if (const auto* text = std::get_if<std::string>(&option.value)) {
        out = described("string", option.words.zh);
        out["default"] = *text;
    } else {
        out = list_of_texts(option.words.zh);
        out["default"] = std::get<std::vector<std::string>>(option.value);
    }
    return out;
}

Json list_schema(const WordList& list) {
    if (list.values.empty()) return list_of_texts(list.about.zh);
    Json out = described("object", list.about.zh);
    out["additionalProperties"] = {{"type", "string"}};
    return out;
}

Json rule_schema(const Page& page, const Json& levels) {
    Json table = described("object", page.summary.zh);
    table["properties"]["level"] = levels;
    for (const Option& option : page.options)
        table["properties"][option.key] = option_schema(option);
    for (const WordList& list : page.lists) {
        if (list.extend) table["properties"]["lists"]["properties"][list.name] = list_schema(list);
    }
    if (table["properties"].contains("lists")) {
        Json& lists = table["properties"]["lists"];
        lists["type"] = "object";
        lists["description"] = "加到词表里的词";
        lists["additionalProperties"] = false;
    }
    table["additionalProperties"] = false;
    Json out;
    out["description"] = page.name.zh + "：" + page.summary.zh;
    out["anyOf"] = Json::array({levels, table});
    return out;
}

}  // namespace

std::string config_schema(const Catalogue& catalogue, std::span<const Edition> editions) {
    const Json levels = {{"enum", {"off", "note", "warning", "error"}},
                         {"description", "级别；off 为不用"}};
    Json rules = described("object", "各条规则的级别或选项");
    for (const Rule& rule : catalogue.rules())
        rules["properties"][rule.page.id] = rule_schema(rule.page, levels);
    for (const Component& component : catalogue.components()) {
        if (component.rule_count == 0) continue;
        Json group = levels;
        group["description"] = component.id + " 的全部规则；单条规则另写的，以单条为准";
        rules["properties"][component.id] = std::move(group);
    }
    rules["additionalProperties"] = catalogue.components().empty();

    Json layer;
    std::string ids = "auto";
    for (const Edition& edition : editions) ids += "、" + edition.id;
    layer["edition"] = described("string", "按哪一版格式检查：" + ids);
    layer["edition"]["default"] = "auto";
    layer["year"] = described("integer", "报告年份；不写时以报告所写为准");
    layer["rules"] = rules;

    Json root;
    root["$schema"] = "http://json-schema.org/draft-07/schema#";
    root["title"] = "gouji.toml";
    root["type"] = "object";
    root["properties"] = layer;
    root["properties"]["version"] = {
        {"const", 1}, {"description", "配置的写法版本；可以不写"}, {"default", 1}};
    root["properties"]["packs"] = list_of_texts(
        "规则包：名称，可以带版本（如 "
        "heyuan@^1.2），先找本文件夹，再找装好的；或本文件夹下的文件夹（含 / "
        "或以 . 开头）");
    root["properties"]["plugins"] = list_of_texts("插件文件；要 --trust 才载入");
    root["properties"]["previous"] =
        list_of_texts("上年年报所在的文件夹或文件，相对于本文件，如 ../2022；与今年的逐份对照");
    root["properties"]["exclude"] = list_of_texts("检查文件夹时跳过的文件，如 草稿/**");
    root["properties"]["fail-on"] = {{"enum", {"never", "note", "warning", "error"}},
                                     {"description", "达到哪一级返回 1"},
                                     {"default", "error"}};
    root["properties"]["language"] = {{"enum", {"zh", "en"}}, {"description", "消息用的语言"}};
    Json override_ = layer;
    override_["rules"] = {{"$ref", "#/properties/rules"}};
    override_["files"] = list_of_texts("对哪些文件有效，如 乡镇/**");
    root["properties"]["override"] = {{"type", "array"},
                                      {"items",
                                       {{"type", "object"},
                                        {"properties", override_},
                                        {"required", {"files"}},
                                        {"additionalProperties", false}}}};
    Json convert = described(
        "object",
        "怎样把 .doc 等转换为 .docx；在自己的 ~/.config/gouji/gouji.toml 里有效，别处要 --trust");
    for (const char* extension : {"doc", "wps", "rtf", "odt"}) {
        convert["properties"][extension] =
            list_of_texts("程序和它的参数，{input} 是待转换的文件，{output} 是放 .docx 的文件夹");
    }
    convert["properties"]["seconds"] = described("integer", "一个文件最多用多少秒，默认 60");
    convert["additionalProperties"] = false;
    root["properties"]["convert"] = convert;
    Json suppress;
    suppress["rule"] = described("string", "规则，或插件、规则包的全部规则");
    suppress["file"] = described("string", "哪些文件");
    suppress["fingerprint"] = described("string", "某一处（SARIF 里的 goujiContext/v1）");
    suppress["reason"] = described("string", "为什么不改");
    suppress["expires"] = {{"description", "到期日，如 2026-12-31（不加引号）"}};
    root["properties"]["suppress"] = {{"type", "array"},
                                      {"items",
                                       {{"type", "object"},
                                        {"properties", suppress},
                                        {"required", {"reason"}},
                                        {"additionalProperties", false}}}};
    root["additionalProperties"] = false;
    return root.dump(2) + "\n";
}

}  // namespace gouji
