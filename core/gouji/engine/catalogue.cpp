#include "gouji/engine/catalogue.hpp"

#include "gouji/base/version.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/pack/pack.hpp"
#include "gouji/plugin/native_checker.hpp"
#include "gouji/plugin/plugin.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// What a pack changes about somebody else's rules. The last pack to speak of a rule is heard.
Result<void> adjust(std::vector<Rule>& rules, const Adjustment& adjustment,
                    const std::string& pack) {
    for (Rule& rule : rules) {
        const auto& old = rule.page.formerly;
        if (rule.page.id != adjustment.rule &&
            std::find(old.begin(), old.end(), adjustment.rule) == old.end()) {
            continue;
        }
        if (adjustment.level) {
            rule.page.enabled = *adjustment.level != Level::off;
            if (rule.page.enabled) rule.page.level = *adjustment.level;
        }
        if (adjustment.name) rule.page.name = *adjustment.name;
        rule.adjusted = pack + "：" + adjustment.reason;
        return {};
    }
    return fail(adjustment.place + "：没有规则“" + adjustment.rule + "”",
                adjustment.place + ": no rule '" + adjustment.rule + "'");
}

}  // namespace

std::vector<std::filesystem::path> pack_folders(const std::filesystem::path& rules) {
    std::vector<std::filesystem::path> out;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(rules, error)) {
        if (std::filesystem::exists(entry.path() / "pack.toml", error)) out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool Catalogue::taken(const std::string& component, const std::string& place) {
    for (const Component& other : components_) {
        if (other.id != component) continue;
        refused_.push_back({place + "：已有同名的插件或规则包“" + component + "”（" + other.place +
                                "），这一个不用",
                            place + ": '" + component + "' is already there (" + other.place +
                                "); this one is not used"});
        return true;
    }
    return false;
}

void Catalogue::add_plugin(const std::filesystem::path& file, bool foreign) {
    auto plugin = load_plugin(file);
    if (!plugin) {
        refused_.push_back(plugin.error());
        return;
    }
    if (taken(plugin->id, file.string())) return;
    for (Error& error : plugin->refused) refused_.push_back(std::move(error));
    const auto first = static_cast<std::uint32_t>(rules_.size());
    const auto index = static_cast<std::uint32_t>(components_.size());
    for (NativeRule& rule : plugin->rules) {
        rules_.push_back({std::move(rule.page), index, {}});
        functions_.push_back(rule.functions);
    }
    components_.push_back({plugin->id,
                           plugin->version,
                           {plugin->id, plugin->id},
                           file.string(),
                           true,
                           foreign,
                           plugin->abi_minor,
                           first,
                           static_cast<std::uint32_t>(plugin->rules.size())});
}

void Catalogue::add_pack(const std::filesystem::path& folder) {
    auto pack = load_pack(folder.string(), version);
    if (!pack) {
        refused_.push_back(pack.error());
        return;
    }
    // A pack may carry the declarative rules of a plugin of the same name: `wording` is both.
    const bool shared =
        std::any_of(components_.begin(), components_.end(),
                    [&](const Component& other) { return other.native && other.id == pack->id; });
    if (!shared && taken(pack->id, pack->folder)) return;
    const auto first = static_cast<std::uint32_t>(rules_.size());
    const auto index = static_cast<std::uint32_t>(components_.size());
    for (Page& page : pack->pages) {
        const auto same = std::find_if(rules_.begin(), rules_.end(),
                                       [&](const Rule& rule) { return rule.page.id == page.id; });
        if (same != rules_.end()) {
            refused_.push_back(
                {page.file + "：规则编号“" + page.id + "”已有（" + same->page.file + "）",
                 page.file + ": rule '" + page.id + "' is already there (" + same->page.file +
                     ")"});
            continue;
        }
        rules_.push_back({std::move(page), index, {}});
        functions_.push_back({});
    }
    components_.push_back({pack->id, pack->version, pack->name, pack->folder, false, false, 0,
                           first, static_cast<std::uint32_t>(rules_.size()) - first});
    for (const Adjustment& adjustment : pack->adjustments) {
        if (auto done = adjust(rules_, adjustment, pack->id); !done)
            refused_.push_back(done.error());
    }
}

Catalogue Catalogue::load(const Places& places) {
    Catalogue out;
    for (const auto& file : places.plugins) out.add_plugin(file, true);
    for (const auto& folder : places.plugin_folders) {
        for (const auto& file : plugin_files(folder))
            out.add_plugin(file, folder != places.own_plugins);
    }
    for (const auto& folder : places.packs) out.add_pack(folder);
    return out;
}

Result<std::unique_ptr<Checker>> Catalogue::make(std::uint32_t rule, const Page& page) const {
    return rules_[rule].page.native ? make_native_checker(functions_[rule], page)
                                    : make_checker(page);
}

}  // namespace gouji
