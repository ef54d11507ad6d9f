#include "gouji/engine/catalogue.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/base/version.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/pack/load_packs.hpp"
#include "gouji/plugin/native_checker.hpp"
#include "gouji/sandbox/host.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace gouji {
namespace {

/// A rule by id or one of its older ids.
std::optional<std::uint32_t> find_rule(std::span<const Rule> rules, std::string_view id) {
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        if (rules[i].page.is_called(id)) return i;
    }
    return std::nullopt;
}

/// The rule that has the id or an older id of a page already.
const Rule* namesake(std::span<const Rule> rules, const Page& page) {
    auto found = find_rule(rules, page.id);
    for (std::size_t i = 0; !found && i < page.aliases.size(); ++i)
        found = find_rule(rules, page.aliases[i]);
    return found ? &rules[*found] : nullptr;
}

}  // namespace

const Component* Catalogue::component(std::string_view id) const {
    const auto found = std::find_if(components_.begin(), components_.end(),
                                    [&](const Component& one) { return one.id == id; });
    return found != components_.end() ? &*found : nullptr;
}

Localized Catalogue::already(const Component& other) {
    return {"已有同名的插件或规则包“" + other.id + "”（" + other.declared + "），这一个不用",
            "'" + other.id + "' is already there (" + other.declared + "); this one is not used"};
}

bool Catalogue::admitted(const Page& page, const std::filesystem::path& folder) {
    if (page.external.empty() || trust_) return true;
    std::error_code error;
    const auto real = std::filesystem::weakly_canonical(folder, error);
    for (const auto& store : pack_stores_) {
        const auto below = real.lexically_relative(std::filesystem::weakly_canonical(store, error));
        if (!error && !below.empty() && *below.begin() != "..") return true;
    }
    refused_.push_back(page.error_at(
        "external",
        {"规则要运行程序 " + page.external.front() + "，而规则包不是装好的，确信安全请加 --trust",
         "the rule runs a program, " + page.external.front() +
             ", and its pack is not an installed one; pass --trust if you trust it"}));
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

void Catalogue::add_plugin(Result<Plugin> plugin, bool foreign,
                           std::unique_ptr<ForeignRules> launch) {
    if (!plugin) {
        refused_.push_back(plugin.error());
        return;
    }
    const std::string file = plugin->file.string();
    if (const Component* other = component(plugin->id)) {
        refused_.push_back(at_place(file, already(*other)));
        return;
    }
    for (Error& error : plugin->refused) refused_.push_back(std::move(error));
    const auto first = static_cast<std::uint32_t>(rules_.size());
    const auto index = static_cast<std::uint32_t>(components_.size());
    for (NativeRule& rule : plugin->rules) {
        if (!complete(rule.page, plugin->file.parent_path())) continue;
        rules_.push_back({std::move(rule.page), index, {}});
        code_.push_back(rule.functions);
    }
    Component component;
    component.id = plugin->id;
    component.version = plugin->version;
    component.name = {plugin->id, plugin->id};
    component.place = component.declared = file;
    component.native = true;
    component.foreign = foreign;
    component.abi_minor = plugin->abi_minor;
    component.first_rule = first;
    component.rule_count = static_cast<std::uint32_t>(rules_.size()) - first;
    std::error_code error;
    const auto real = std::filesystem::canonical(plugin->file, error);
    files_.push_back(launch && !error ? real.string() : absolute_file(plugin->file));
    components_.push_back(std::move(component));
    launches_.push_back(launch ? std::make_unique<Launch>(Launch{std::move(launch)}) : nullptr);
}

std::unique_ptr<ForeignRules> Catalogue::worker_of(const std::string& plugin) const {
    return std::make_unique<ForeignRules>(std::filesystem::path(plugin).filename().string(),
                                          Guest::plugin, plugin_command(plugin, isolation_->limits),
                                          *isolation_, editions_);
}

void Catalogue::add_foreign_plugin(const std::filesystem::path& file) {
    if (!isolation_) return add_plugin(load_plugin(file), true);
    // A link is followed here: inside, only what lies at this very path may be read.
    std::error_code error;
    const auto real = std::filesystem::canonical(file, error);
    auto worker = worker_of(error ? file.string() : real.string());
    auto plugin = worker->declared(file);
    add_plugin(std::move(plugin), true, std::move(worker));
}

std::unique_ptr<ForeignRules> Catalogue::launch(std::uint32_t rule) const {
    const std::uint32_t component = rules_[rule].component;
    if (is_program(rule)) {
        const Page& page = rules_[rule].page;
        const Isolation isolation = isolation_.value_or(Isolation{});
        return std::make_unique<ForeignRules>(
            page.id, Guest::program,
            program_command(page.external, components_[component].place, isolation.limits),
            isolation, editions_);
    }
    auto& unused = launches_[component]->unused;
    return unused ? std::move(unused) : worker_of(files_[component]);
}

void Catalogue::add_pack(Pack pack) {
    if (const Component* other = component(pack.id)) {
        refused_.push_back(pack.error_at("id", already(*other)));
        return;
    }
    const auto first = static_cast<std::uint32_t>(rules_.size());
    const auto index = static_cast<std::uint32_t>(components_.size());
    for (Page& page : pack.pages) {
        if (const Rule* same = namesake(rules_, page)) {
            refused_.push_back(page.error_at(
                same->page.is_called(page.id) ? "id" : "aliases",
                {"规则编号“" + same->page.id + "”已有（" + same->page.place() + "），这一页不用",
                 "rule '" + same->page.id + "' is already there (" + same->page.place() +
                     "); this page is not used"}));
            continue;
        }
        if (!admitted(page, pack.folder) || !complete(page, pack.folder)) continue;
        rules_.push_back({std::move(page), index, {}});
        code_.push_back({});
    }
    Component component;
    component.id = pack.id;
    component.version = pack.version;
    component.name = pack.name;
    component.place = pack.folder;
    component.declared = pack.place();
    component.deprecated = pack.deprecated;
    for (const PackReference& other : pack.requires_packs) component.builds_on.push_back(other.id);
    component.first_rule = first;
    component.rule_count = static_cast<std::uint32_t>(rules_.size()) - first;
    for (const Adjustment& adjustment : pack.adjustments) adjust(adjustment, component);
    files_.emplace_back();
    launches_.emplace_back();
    components_.push_back(std::move(component));
}

void Catalogue::adjust(const Adjustment& adjustment, Component& by) {
    const auto rule = find_rule(rules_, adjustment.rule);
    if (!rule) {
        std::vector<std::string> known;
        for (const Rule& one : rules_) known.push_back(one.page.id);
        const Localized near = did_you_mean(adjustment.rule, known);
        refused_.push_back(adjustment.frame.around("没有规则“" + adjustment.rule + "”" + near.zh,
                                                   "no rule '" + adjustment.rule + "'" + near.en));
        return;
    }
    for (const Adjusted& other : by.adjusted) {
        if (other.rule != *rule) continue;
        refused_.push_back(adjustment.frame.around(
            "规则“" + adjustment.rule + "”在 " + other.place + " 已经调整过，请合为一节",
            "rule '" + adjustment.rule + "' is adjusted at " + other.place +
                " already; make them one"));
        return;
    }
    for (const WordListAddition& addition : adjustment.lists) {
        if (const auto error = misfit(rules_[*rule].page, addition))
            refused_.push_back(addition.frame.around(error->zh, error->en));
    }
    by.adjusted.push_back({*rule, adjustment.level, adjustment.name,
                           fitting_options(adjustment, rules_[*rule].page), adjustment.lists,
                           adjustment.reason, adjustment.place});
    rules_[*rule].adjusted = by.id + "：" + adjustment.reason;
    if (adjustment.name) rules_[*rule].page.name = *adjustment.name;
}

std::map<std::string, OptionValue, std::less<>> Catalogue::fitting_options(
    const Adjustment& adjustment, const Page& page) {
    std::map<std::string, OptionValue, std::less<>> out;
    for (const OptionSetting& setting : adjustment.options) {
        const auto option = std::ranges::find(page.options, setting.key, &Option::key);
        if (option == page.options.end()) {
            std::vector<std::string> known;
            for (const Option& one : page.options) known.push_back(one.key);
            const Localized near = did_you_mean(setting.key, known);
            refused_.push_back(setting.frame.around(
                "规则“" + page.id + "”没有选项“" + setting.key + "”" + near.zh,
                "rule '" + page.id + "' has no option '" + setting.key + "'" + near.en));
        } else if (option->value.index() != setting.value.index()) {
            static constexpr const char* zh[] = {"整数", "true 或 false", "文字", "文字的列表"};
            static constexpr const char* en[] = {"an integer", "true or false", "a text",
                                                 "a list of texts"};
            const std::size_t type = option->value.index();
            refused_.push_back(setting.frame.around(
                "选项“" + setting.key + "”应是" + zh[type],
                "option '" + setting.key + "' should be " + std::string(en[type])));
        } else {
            out.emplace(setting.key, setting.value);
        }
    }
    return out;
}

Catalogue Catalogue::load(const Places& places, std::span<const Edition> editions) {
    Catalogue out;
    out.editions_ = editions;
    out.lists_ = places.lists;
    out.isolation_ = places.isolation;
    out.trust_ = places.trust;
    out.pack_stores_ = places.pack_stores;
    // The installation's own come first, so that none can take another's name from them.
    for (const auto& file : plugin_files(places.own_plugins))
        out.add_plugin(load_plugin(file), false);
    std::vector<std::filesystem::path> foreign = places.plugins;
    for (const auto& folder : places.plugin_folders) {
        const auto files = plugin_files(folder);
        foreign.insert(foreign.end(), files.begin(), files.end());
    }
    for (const auto& file : foreign) out.add_foreign_plugin(file);
    std::map<std::string, std::string> known;
    for (const Component& component : out.components_)
        known.emplace(component.id, component.version);
    auto packs = load_packs(places.packs, std::move(known), places.pack_stores, version);
    std::move(packs.refused.begin(), packs.refused.end(), std::back_inserter(out.refused_));
    for (Pack& pack : packs.packs) out.add_pack(std::move(pack));
    return out;
}

Result<std::unique_ptr<Checker>> Catalogue::make(std::uint32_t rule, const Page& page,
                                                 TermTable& terms) const {
    if (!page.kind.empty()) return make_checker(page, editions_, terms);
    if (isolated(rule)) return make_foreign_checker(launch(rule), page);
    std::vector<std::span<const std::string>> lists;
    for (const WordList& list : page.lists)
        lists.push_back(list.scan ? std::span(list.words) : std::span<const std::string>{});
    return make_native_checker(code_[rule], page, files_[rules_[rule].component], terms.add(lists));
}

}  // namespace gouji
