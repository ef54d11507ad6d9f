#include "gouji/config/configuration.hpp"

#include "gouji/base/small_file.hpp"
#include "gouji/config/glob.hpp"
#include "gouji/toml/reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace gouji {
namespace {

namespace fs = std::filesystem;

using Pages = std::optional<std::span<const Page* const>>;

std::string place_of(TomlReader& in, std::string_view key) {
    return in.source().file + ":" + std::to_string(in.place(key).first);
}

Level read_level(TomlReader& in, std::string_view key) {
    return static_cast<Level>(in.one_of(key, {"off", "note", "warning", "error"}, std::nullopt));
}

OptionValue read_option(TomlReader& in, const Option& option) {
    if (std::holds_alternative<std::int64_t>(option.value))
        return in.integer(option.key, std::nullopt);
    if (std::holds_alternative<bool>(option.value)) return in.boolean(option.key, false);
    if (std::holds_alternative<std::string>(option.value)) return in.text(option.key);
    return in.texts(option.key);
}

/// The level of all rules of a plugin or pack. One that is off by default stays off: it wants to be
/// asked for by its own name.
void read_group(TomlReader& in, const std::string& id, std::span<const std::size_t> group,
                std::span<const Page* const> pages, std::vector<RuleSetting>& rules) {
    const Level level = read_level(in, id);
    for (const std::size_t page : group) {
        if (pages[page]->enabled || level == Level::off)
            rules.push_back({page, level, {}, {}, place_of(in, id)});
    }
}

void read_rule(TomlReader& in, const std::string& id, const Pages& pages,
               std::vector<RuleSetting>& rules) {
    const toml::node* node = in.node(id);
    if (!pages || node == nullptr) return;
    const auto index = find_page(*pages, id);
    if (!index) {
        std::vector<std::string> known;
        for (const Page* page : *pages) {
            known.push_back(page->id);
            known.push_back(page->id.substr(0, page->id.find('/')));
        }
        const Localized near =
            did_you_mean(id, known, {"；gouji rules 列出全部规则", "; see gouji rules"});
        in.wrong_key(id, "没有“" + id + "”这条规则" + near.zh, "no rule '" + id + "'" + near.en);
        return;
    }
    RuleSetting setting{*index, std::nullopt, {}, {}, place_of(in, id)};
    if (node->is_string()) {
        setting.level = read_level(in, id);
    } else if (auto table = in.table(id)) {
        if (table->has("level")) setting.level = read_level(*table, "level");
        for (const Option& option : (*pages)[*index]->options) {
            if (table->has(option.key)) {
                setting.options[option.key] = read_option(*table, option);
            } else {
                static_cast<void>(
                    table->node(option.key));  // known, so that a near miss can name it
            }
        }
        static_cast<void>(table->node("level"));
        setting.lists = read_additions(*table);
        for (const WordListAddition& addition : setting.lists) {
            if (const auto error = misfit(*(*pages)[*index], addition))
                table->table("lists")->wrong_key(addition.list, error->zh, error->en);
        }
        table->finish();
    }
    rules.push_back(std::move(setting));
}

Configuration::Layer read_layer(TomlReader& in, const Pages& pages) {
    Configuration::Layer layer;
    if (in.has("edition")) layer.edition = {in.text("edition"), place_of(in, "edition")};
    if (in.has("year")) layer.year = {in.integer("year", std::nullopt), place_of(in, "year")};
    if (auto rules = in.table("rules")) {
        // What is said of a group holds first, then what is said of one of its rules.
        std::vector<std::string> single;
        for (const std::string& id : rules->keys()) {
            const auto named = pages ? find_pages(*pages, id) : std::vector<std::size_t>();
            if (named.empty() || find_page(*pages, id)) {
                single.push_back(id);
            } else {
                read_group(*rules, id, named, *pages, layer.rules);
            }
        }
        for (const std::string& id : single) read_rule(*rules, id, pages, layer.rules);
    }
    static_cast<void>(in.node("edition"));
    static_cast<void>(in.node("year"));
    return layer;
}

/// A TOML date or text of the form 2026-12-31.
std::string read_date(TomlReader& in, std::string_view key) {
    const toml::node* node = in.node(key);
    if (node == nullptr) return {};
    if (const auto* date = node->as_date()) {
        const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(date->get().year) + "-" + two(date->get().month) + "-" +
               two(date->get().day);
    }
    in.wrong(key, "日期写作 2026-12-31（不加引号）", "a date reads 2026-12-31 (no quotes)");
    return {};
}

Suppression read_suppression(TomlReader& in, const Pages& pages) {
    Suppression out;
    out.rule = in.text("rule", "");
    out.file = in.text("file", "");
    out.fingerprint = in.text("fingerprint", "");
    out.reason = in.text("reason");
    out.expires = read_date(in, "expires");
    out.place = place_of(in, "reason");
    if (out.rule.empty() && out.fingerprint.empty()) {
        in.wrong("reason", "写明 rule（规则）或 fingerprint（指纹）",
                 "name a rule or a fingerprint");
    }
    if (out.reason.find_first_not_of(" \t") == std::string::npos) {
        in.wrong("reason", "reason 不能为空：写明为什么不改", "the reason may not be empty");
    }
    if (pages && !out.rule.empty() && find_pages(*pages, out.rule).empty()) {
        std::vector<std::string> known;
        for (const Page* page : *pages) known.push_back(page->id);
        const Localized near = did_you_mean(out.rule, known);
        in.wrong("rule", "没有“" + out.rule + "”这条规则" + near.zh,
                 "no rule '" + out.rule + "'" + near.en);
    }
    in.finish();
    return out;
}

std::vector<Said<std::string>> read_said(TomlReader& in, std::string_view key) {
    std::vector<Said<std::string>> out;
    for (std::string& text : in.texts(key)) out.push_back({std::move(text), place_of(in, key)});
    return out;
}

/// [convert]: programs by extension, and how long one may take.
void read_conversions(TomlReader& in, Configuration& out) {
    const std::int64_t seconds = in.count("seconds", 60);
    if (seconds < 1 || seconds > 3600)
        in.wrong("seconds", "seconds 在 1 到 3600 之间", "seconds lie between 1 and 3600");
    for (const char* extension : {"doc", "wps", "rtf", "odt"}) {
        Conversion conversion{in.texts(extension), seconds, {}};
        if (!in.has(extension)) continue;
        conversion.place = place_of(in, extension);
        const auto holds = [&](std::string_view placeholder) {
            return std::ranges::any_of(conversion.argv, [&](const std::string& word) {
                return word.find(placeholder) != std::string::npos;
            });
        };
        if (!holds("{input}") || !holds("{output}")) {
            in.wrong(
                extension,
                "写明程序和它的参数，其中 {input} 是待转换的文件，{output} 是放 .docx 的文件夹",
                "a program and its arguments: {input} is the file to convert, {output} the "
                "folder for the .docx");
        }
        out.conversions.emplace(extension, std::move(conversion));
    }
    in.finish();
}

Configuration read_root(TomlReader& in, const Pages& pages) {
    Configuration out;
    if (in.integer("version", 1) != 1)
        in.wrong("version", "只认得 version = 1", "only version = 1 is known");
    out.packs = read_said(in, "packs");
    out.plugins = read_said(in, "plugins");
    out.previous = read_said(in, "previous");
    out.exclude = in.texts("exclude");
    if (in.has("fail-on")) {
        const std::size_t index =
            in.one_of("fail-on", {"never", "note", "warning", "error"}, std::nullopt);
        out.fail_on = {static_cast<Level>(index), place_of(in, "fail-on")};
    }
    if (in.has("language")) {
        static_cast<void>(in.one_of("language", {"zh", "en"}, std::nullopt));
        out.language = {in.text("language"), place_of(in, "language")};
    }
    for (const char* key : {"fail-on", "language"}) static_cast<void>(in.node(key));
    out.layers.push_back(read_layer(in, pages));
    for (TomlReader& one : in.tables("override")) {
        Configuration::Layer layer = read_layer(one, pages);
        layer.files = one.texts("files");
        if (layer.files.empty())
            one.wrong("files", "files 里写明对哪些文件有效", "'files' says which files it is for");
        one.finish();
        out.layers.push_back(std::move(layer));
    }
    for (TomlReader& one : in.tables("suppress"))
        out.suppressions.push_back(read_suppression(one, pages));
    if (auto convert = in.table("convert")) read_conversions(*convert, out);
    return out;
}

}  // namespace

std::optional<std::size_t> find_page(std::span<const Page* const> pages, std::string_view id) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i]->is_called(id)) return i;
    }
    return std::nullopt;
}

Result<ConfigurationFile> ConfigurationFile::open(const std::string& file) {
    GOUJI_TRY(const auto text, read_small_file(file));
    return parse(text, file);
}

Result<ConfigurationFile> ConfigurationFile::parse(std::string_view text, const std::string& file) {
    GOUJI_TRY(auto document, parse_toml(text, file));
    return ConfigurationFile(std::move(document));
}

Result<Configuration> ConfigurationFile::read(Pages pages) const {
    auto out = read_toml<Configuration>(*document_, [&](TomlReader& root) {
        Configuration configuration = read_root(root, pages);
        root.finish();
        return configuration;
    });
    if (!out) return out;
    out->file = document_->file;
    out->folder = fs::path(out->file).parent_path().string();
    return out;
}

std::vector<std::size_t> find_pages(std::span<const Page* const> pages, std::string_view name) {
    if (const auto page = find_page(pages, name)) return {*page};
    std::vector<std::size_t> out;
    const std::string group = std::string(name) + "/";
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i]->id.starts_with(group)) out.push_back(i);
    }
    return out;
}

std::string find_configuration(const std::string& path) {
    std::error_code error;
    fs::path folder = fs::absolute(path, error).lexically_normal();
    if (error) return {};
    if (!fs::is_directory(folder, error)) folder = folder.parent_path();
    for (;; folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / "gouji.toml", error))
            return (folder / "gouji.toml").string();
        if (folder == folder.parent_path()) return {};
    }
}

std::string user_configuration() {
    const char* const base = std::getenv("XDG_CONFIG_HOME");
    const char* const home = std::getenv("HOME");
    fs::path folder;
    if (base != nullptr && *base == '/') {
        folder = base;
    } else if (home != nullptr && *home == '/') {
        folder = fs::path(home) / ".config";
    } else {
        return {};
    }
    std::error_code error;
    const fs::path file = folder / "gouji" / "gouji.toml";
    return fs::is_regular_file(file, error) ? file.string() : std::string();
}

std::string Configuration::relative(std::string_view path) const {
    std::error_code error;
    const fs::path whole = fs::absolute(fs::path(path), error).lexically_normal();
    const fs::path base =
        fs::absolute(folder.empty() ? fs::path(".") : fs::path(folder), error).lexically_normal();
    const fs::path below = whole.lexically_relative(base);
    if (!below.empty() && *below.begin() != "..") return below.generic_string();
    // A configuration that --config fetched from elsewhere speaks of the working folder.
    return whole.lexically_relative(fs::current_path(error)).generic_string();
}

std::vector<std::size_t> Configuration::layers_for(std::string_view path) const {
    std::vector<std::size_t> out;
    const std::string name = relative(path);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto& files = layers[i].files;
        if (i == 0 || std::any_of(files.begin(), files.end(),
                                  [&](const auto& g) { return glob_matches(g, name); })) {
            out.push_back(i);
        }
    }
    return out;
}

}  // namespace gouji
