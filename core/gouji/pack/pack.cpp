#include "gouji/pack/pack.hpp"

#include "gouji/pack/kind.hpp"
#include "gouji/pack/version_range.hpp"
#include "gouji/toml/reader.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gouji {
namespace {

namespace fs = std::filesystem;

Result<std::string> contents(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(file.string() + ": 读不到这个文件", file.string() + ": cannot be read");
    return std::string{std::istreambuf_iterator<char>(stream), {}};
}

Pack read_pack(TomlReader& in, std::string_view version) {
    Pack pack;
    pack.id = in.text("id");
    if (pack.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
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
    pack.requires_packs = in.texts("requires");
    pack.requires_frame = in.frame("requires");
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
        adjustment.lists = read_additions(one);
        adjustment.reason = one.text("reason");
        adjustment.place = in.source().file + ":" + std::to_string(one.place("rule").first);
        adjustment.frame = one.frame("rule");
        if (!adjustment.level && !adjustment.name && adjustment.lists.empty())
            one.wrong("rule", "写明 level、name 或 lists", "level, name or lists is missing");
        one.finish();
    }
    return pack;
}

}  // namespace

Result<Pack> load_pack(const std::string& folder, std::string_view version) {
    const fs::path file = fs::path(folder) / "pack.toml";
    const auto text = contents(file);
    if (!text) return Failure(text.error());
    auto pack = read_toml<Pack>(*text, file.string(), 1,
                                [&](TomlReader& in) { return read_pack(in, version); });
    if (!pack) return pack;
    pack->folder = folder;

    std::vector<fs::path> pages;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".md" && entry.path().stem() != "README")
            pages.push_back(entry.path());
    }
    if (error) return fail(folder + ": " + error.message());
    std::sort(pages.begin(), pages.end());
    for (const fs::path& path : pages) {
        auto words = contents(path);
        if (!words) return Failure(words.error());
        auto page = parse_page(std::move(*words), path.string());
        if (!page) return Failure(page.error());
        add_default_messages(*page);
        if (!page->id.starts_with(pack->id + "/")) {
            return Failure(page->id_frame.around(
                "规则 id“" + page->id + "”应以“" + pack->id + "/”开头",
                "the rule's id '" + page->id + "' should begin with '" + pack->id + "/'"));
        }
        pack->pages.push_back(std::move(*page));
    }
    return pack;
}

}  // namespace gouji
