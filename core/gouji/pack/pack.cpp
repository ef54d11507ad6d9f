#include "gouji/pack/pack.hpp"

#include "gouji/base/small_file.hpp"
#include "gouji/base/system_error.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/pack/version_range.hpp"
#include "gouji/toml/reader.hpp"

#include <algorithm>
#include <filesystem>

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// A value of any type that an option may have; whether it is the option's type is seen when the
/// rule is known.
OptionValue read_value(TomlReader& in, const std::string& key) {
    const toml::node* node = in.node(key);
    if (node->is_integer()) return in.integer(key, std::nullopt);
    if (node->is_boolean()) return in.boolean(key, false);
    if (node->is_string()) return in.text(key);
    if (node->is_array()) return in.texts(key);
    in.wrong(key, "选项的值是整数、true 或 false、文字、文字的列表",
             "an option's value is an integer, true or false, a text or a list of texts");
    return {};
}

std::vector<OptionSetting> read_options(TomlReader& in) {
    std::vector<OptionSetting> out;
    auto table = in.table("options");
    if (!table) return out;
    for (const std::string& key : table->keys())
        out.push_back({key, read_value(*table, key), table->frame(key)});
    table->finish();
    return out;
}

Pack read_pack(TomlReader& in, std::string_view version) {
    Pack pack;
    pack.id = in.text("id");
    if (pack.id.empty() ||
        pack.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
        in.wrong("id", "id 只用小写字母、数字和连字符",
                 "an id has lower-case letters, digits and hyphens only");
    }
    if (auto name = in.table("name")) {
        pack.name = {name->text("zh"), name->text("en", "")};
        name->finish();
    } else {
        in.wrong("name", "缺少 name = { zh = \"…\", en = \"…\" }",
                 "name = { zh = \"…\", en = \"…\" } is missing");
    }
    pack.region = in.text("region", "");
    pack.version = in.text("version");
    const std::string range = in.text("gouji", "");
    const auto fits = range.empty() ? std::optional(true) : in_version_range(version, range);
    if (!fits) {
        in.wrong("gouji", "看不懂版本范围“" + range + "”，写作 \">=0.1, <1\"",
                 "cannot read the range '" + range + "'; write \">=0.1, <1\"");
    } else if (!*fits) {
        in.wrong("gouji", "这个规则包要求 gouji " + range + "，现在是 " + std::string(version),
                 "this pack requires gouji " + range + "; this is " + std::string(version));
    }
    pack.deprecated = in.text("deprecated", "");
    for (const std::string& other : in.texts("requires"))
        pack.requires_packs.push_back(PackReference::of(other));
    for (TomlReader& one : in.tables("adjust")) {
        Adjustment& adjustment = pack.adjustments.emplace_back();
        adjustment.rule = one.text("rule");
        if (one.has("level")) {
            adjustment.level = static_cast<Level>(
                one.one_of("level", {"off", "note", "warning", "error"}, std::nullopt));
        }
        if (auto name = one.table("name")) {
            adjustment.name = Localized{name->text("zh"), name->text("en", "")};
            name->finish();
        }
        adjustment.options = read_options(one);
        adjustment.lists = read_additions(one);
        adjustment.reason = one.text("reason");
        adjustment.place = in.source().file + ":" + std::to_string(one.place("rule").first);
        adjustment.frame = one.frame("rule");
        if (!adjustment.level && !adjustment.name && adjustment.options.empty() &&
            adjustment.lists.empty()) {
            one.wrong("rule", "写明 level、name、options 或 lists",
                      "level, name, options or lists is missing");
        }
        one.finish();
    }
    return pack;
}

/// Whether a file of a pack's folder should be a page: README.md and README.en.md are for readers.
bool should_be_page(const fs::path& file) {
    return file.extension() == ".md" && !file.filename().string().starts_with("README.");
}

Result<Page> page_from(const fs::path& file, const Pack& pack) {
    GOUJI_TRY(auto text, read_small_file(file));
    auto page = parse_page(std::move(text), file.string());
    if (!page) return page;
    if (!page->id.starts_with(pack.id + "/")) {
        return Failure(page->error_at(
            "id", {"规则 id“" + page->id + "”应以“" + pack.id + "/”开头",
                   "the rule's id '" + page->id + "' should begin with '" + pack.id + "/'"}));
    }
    add_default_messages(*page);
    return page;
}

}  // namespace

Error Pack::error_at(std::string_view key, const Localized& words) const {
    return front->frame(key).around(words.zh, words.en);
}

std::string Pack::place() const {
    const auto* key = front->table.get("id");
    return key != nullptr ? front->file + ":" + std::to_string(key->source().begin.line)
                          : front->file;
}

Result<Pack> parse_pack(std::string_view text, const std::string& file, std::string_view version) {
    GOUJI_TRY(auto front, parse_toml(text, file));
    auto pack = read_toml<Pack>(*front, [&](TomlReader& in) {
        Pack out = read_pack(in, version);
        in.finish();
        return out;
    });
    if (pack) pack->front = std::move(front);
    return pack;
}

Result<Pack> load_pack(const std::string& folder, std::string_view version) {
    const fs::path file = fs::path(folder) / "pack.toml";
    GOUJI_TRY(const auto text, read_small_file(file));
    auto pack = parse_pack(text, file.string(), version);
    if (!pack) return pack;
    pack->folder = folder;

    std::vector<fs::path> pages;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (should_be_page(entry.path())) pages.push_back(entry.path());
    }
    if (error) return Failure(at_place(folder, system_words(error.value())));
    std::sort(pages.begin(), pages.end());
    for (const fs::path& path : pages) {
        auto page = page_from(path, *pack);
        if (page) {
            pack->pages.push_back(std::move(*page));
        } else {
            pack->refused.push_back(page.error());
        }
    }
    return pack;
}

}  // namespace gouji
