#include "gouji/engine/catalogue.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/base/version.hpp"
#include "gouji/engine/probe_plugin.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/pack/pack.hpp"
#include "gouji/plugin/deferred_checker.hpp"
#include "gouji/plugin/native_checker.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace gouji {
namespace {

/// A rule by id or one of its older ids.
std::optional<std::uint32_t> find_rule(std::span<const Rule> rules, const std::string& id) {
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        const auto& old = rules[i].page.formerly;
        if (rules[i].page.id == id || std::find(old.begin(), old.end(), id) != old.end()) return i;
    }
    return std::nullopt;
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

Result<std::string> find_pack_folder(const std::string& name, const std::filesystem::path& beside,
                                     const std::filesystem::path& installed) {
    std::error_code error;
    for (const auto& place : {beside / name, installed / name}) {
        if (std::filesystem::exists(place / "pack.toml", error))
            return place.lexically_normal().string();
    }
    std::vector<std::string> known;
    for (const auto& folder : pack_folders(installed)) known.push_back(folder.filename().string());
    const Localized near = did_you_mean(name, known);
    return fail("没有规则包“" + name + "”：" + (beside / name).lexically_normal().string() +
                    " 里没有 pack.toml，也没有装在 " + installed.string() + near.zh,
                "no pack '" + name + "': there is no pack.toml in " +
                    (beside / name).lexically_normal().string() + ", and it is not in " +
                    installed.string() + near.en);
}

bool Catalogue::has(const std::string& component) const {
    return std::any_of(components_.begin(), components_.end(),
                       [&](const Component& other) { return other.id == component; });
}

bool Catalogue::taken(const std::string& component, const std::string& place) {
    for (const Component& other : components_) {
        if (other.id != component) continue;
        Error twice{place, place};
        twice.zh.append("：已有同名的插件或规则包“").append(component);
        twice.zh.append("”（").append(other.place).append("），这一个不用");
        twice.en.append(": '").append(component).append("' is already there (");
        twice.en.append(other.place).append("); this one is not used");
        refused_.push_back(std::move(twice));
        return true;
    }
    return false;
}

bool Catalogue::complete(Page& page, const std::filesystem::path& folder) {
    const auto unread = [](const WordList& list) { return !list.shared.empty(); };
    if (std::none_of(page.lists.begin(), page.lists.end(), unread)) return true;
    const std::array folders{folder / "lists", lists_};
    const auto done = load_shared_lists(page, folders);
    if (!done) refused_.push_back(done.error());
    return done.has_value();
}

void Catalogue::add_plugin(Result<Plugin> plugin, bool foreign) {
    if (!plugin) {
        refused_.push_back(plugin.error());
        return;
    }
    const std::string file = plugin->file.string();
    if (taken(plugin->id, file)) return;
    for (Error& error : plugin->refused) refused_.push_back(std::move(error));
    const auto first = static_cast<std::uint32_t>(rules_.size());
    const auto index = static_cast<std::uint32_t>(components_.size());
    for (NativeRule& rule : plugin->rules) {
        if (!complete(rule.page, plugin->file.parent_path())) continue;
        rules_.push_back({std::move(rule.page), index, {}});
        code_.push_back({rule.functions, std::move(rule.failure)});
    }
    Component component;
    component.id = plugin->id;
    component.version = plugin->version;
    component.name = {plugin->id, plugin->id};
    component.place = file;
    component.native = true;
    component.foreign = foreign;
    component.abi_minor = plugin->abi_minor;
    component.first_rule = first;
    component.rule_count = static_cast<std::uint32_t>(rules_.size()) - first;
    files_.push_back(absolute_file(plugin->file));
    components_.push_back(std::move(component));
}

void Catalogue::add_pack(const std::filesystem::path& folder, bool on_demand) {
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
        if (!complete(page, folder)) continue;
        rules_.push_back({std::move(page), index, {}});
        code_.push_back({});
    }
    Component component;
    component.id = pack->id;
    component.version = pack->version;
    component.name = pack->name;
    component.place = pack->folder;
    component.on_demand = on_demand;
    component.builds_on = pack->requires_packs;
    component.first_rule = first;
    component.rule_count = static_cast<std::uint32_t>(rules_.size()) - first;
    for (const Adjustment& adjustment : pack->adjustments) {
        const auto rule = find_rule(rules_, adjustment.rule);
        if (!rule) {
            std::vector<std::string> known;
            for (const Rule& one : rules_) known.push_back(one.page.id);
            const Localized near = did_you_mean(adjustment.rule, known);
            refused_.push_back(
                adjustment.frame.around("没有规则“" + adjustment.rule + "”" + near.zh,
                                        "no rule '" + adjustment.rule + "'" + near.en));
            continue;
        }
        for (const WordListAddition& addition : adjustment.lists) {
            if (const auto error = misfit(rules_[*rule].page, addition))
                refused_.push_back(addition.frame.around(error->zh, error->en));
        }
        component.adjusted.push_back(
            {*rule, adjustment.level, adjustment.lists, adjustment.reason, adjustment.place});
        rules_[*rule].adjusted = pack->id + "：" + adjustment.reason;
        if (adjustment.name) rules_[*rule].page.name = *adjustment.name;
    }
    files_.emplace_back();
    components_.push_back(std::move(component));
}

Catalogue Catalogue::load(const Places& places, std::span<const Edition> editions) {
    Catalogue out;
    out.editions_ = editions;
    out.lists_ = places.lists;
    // The installation's own come first, so that none can take another's name from them.
    for (const auto& file : plugin_files(places.own_plugins))
        out.add_plugin(load_plugin(file), false);
    std::vector<std::filesystem::path> foreign = places.plugins;
    for (const auto& folder : places.plugin_folders) {
        const auto files = plugin_files(folder);
        foreign.insert(foreign.end(), files.begin(), files.end());
    }
    for (const auto& file : foreign) {
        auto plugin = probe_plugin(file);
        if (plugin && !places.isolate_external) plugin = load_plugin(file);
        out.add_plugin(std::move(plugin), true);
    }
    for (const auto& folder : places.packs) out.add_pack(folder, false);
    // What a pack builds on is loaded before it, so that it can adjust it.
    std::vector<std::filesystem::path> open(places.asked_packs.rbegin(), places.asked_packs.rend());
    std::set<std::string> begun;
    while (!open.empty()) {
        const std::filesystem::path folder = open.back();
        const auto pack = load_pack(folder.string(), version);
        bool waits = false;
        if (pack && begun.insert(pack->id).second) {
            for (const std::string& other : pack->requires_packs) {
                if (begun.contains(other) || out.has(other)) continue;
                // Beside the pack that requires it, else among the installed ones.
                const auto place = find_pack_folder(
                    other, std::filesystem::absolute(folder).lexically_normal().parent_path(),
                    places.installed_packs);
                if (!place) {
                    out.refused_.push_back(
                        pack->requires_frame.around(place.error().zh, place.error().en));
                    continue;
                }
                open.emplace_back(*place);
                waits = true;
            }
        }
        if (waits) continue;
        open.pop_back();
        if (!pack || !out.has(pack->id)) out.add_pack(folder, true);
    }
    return out;
}

Result<std::unique_ptr<Checker>> Catalogue::make(std::uint32_t rule, const Page& page,
                                                 TermTable& terms) const {
    if (!rules_[rule].page.native) return make_checker(page, editions_, terms);
    const Code& code = code_[rule];
    if (code.failure) return Failure(*code.failure);
    std::vector<std::span<const std::string>> lists;
    for (const WordList& list : page.lists)
        lists.push_back(list.scan ? std::span(list.words) : std::span<const std::string>{});
    const TermGroup group = terms.add(lists);
    const std::string& plugin = files_[rules_[rule].component];
    return code.functions.create != nullptr
               ? make_native_checker(code.functions, page, plugin, group)
               : make_deferred_checker(plugin, page, group);
}

}  // namespace gouji
