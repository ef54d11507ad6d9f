#pragma once

#include "gouji/base/result.hpp"
#include "gouji/edition/edition.hpp"
#include "gouji/pack/pack.hpp"
#include "gouji/plugin/plugin.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/rule/rule.hpp"
#include "gouji/sandbox/foreign_rules.hpp"
#include "gouji/terms/term_table.hpp"
#include <gouji/abi.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Where rules come from. Only folders and files that the user controls belong here.
struct Places {
    std::vector<std::filesystem::path> plugins;         ///< files, named one by one
    std::vector<std::filesystem::path> plugin_folders;  ///< every .gouji inside
    std::filesystem::path
        own_plugins;                 ///< the installation's folder; what lies elsewhere is foreign
    std::vector<PackRequest> packs;  ///< those that the user asks for
    std::filesystem::path lists;     ///< the installation's shared word lists
    /// The folders of installed packs, where one asked for by name is found.
    std::vector<std::filesystem::path> pack_stores;
    /// How foreign code runs; nothing: in this process, because the user wants it so.
    std::optional<Isolation> isolation = Isolation{};
    /// Whether packs from anywhere may name programs; else those of `pack_stores` alone.
    bool trust = false;
};

/// All rules of this run, from plugins and packs, in an order that depends on their names alone.
/// Built once on the main thread, immutable after.
class Catalogue {
public:
    /// Never fails as a whole: what cannot be used is in refused(), everything else works.
    /// `editions` are what declarative rules speak of; they outlive the catalogue.
    static Catalogue load(const Places& places, std::span<const Edition> editions);
    [[nodiscard]] std::span<const Edition> editions() const { return editions_; }

    [[nodiscard]] std::span<const Component> components() const { return components_; }
    [[nodiscard]] std::span<const Rule> rules() const { return rules_; }
    [[nodiscard]] std::span<const Error> refused() const { return refused_; }
    [[nodiscard]] const Component& component_of(const Rule& rule) const {
        return components_[rule.component];
    }

    /// A rule at work, with the options of `page`, which is the rule's own or a changed copy. The
    /// words that it looks for are added to `terms`.
    /// [main]
    [[nodiscard]] Result<std::unique_ptr<Checker>> make(std::uint32_t rule, const Page& page,
                                                        TermTable& terms) const;
    /// Whether a rule's code runs in a worker.
    [[nodiscard]] bool isolated(std::uint32_t rule) const {
        return is_program(rule) || launches_[rules_[rule].component] != nullptr;
    }
    /// Whether it is a program, which has a worker for itself; rules of one plugin share one.
    [[nodiscard]] bool is_program(std::uint32_t rule) const {
        return !rules_[rule].page.external.empty();
    }
    /// The worker of a rule's code, where none of its rules is made yet.
    /// [main]
    [[nodiscard]] std::unique_ptr<ForeignRules> launch(std::uint32_t rule) const;

private:
    void add_plugin(Result<Plugin> plugin, bool foreign,
                    std::unique_ptr<ForeignRules> launch = nullptr);
    void add_foreign_plugin(const std::filesystem::path& file);
    /// `plugin`: its own absolute path.
    [[nodiscard]] std::unique_ptr<ForeignRules> worker_of(const std::string& plugin) const;
    void add_pack(Pack pack);
    void adjust(const Adjustment& adjustment, Component& by);
    /// The options of an adjustment that the rule has, with values of their types.
    [[nodiscard]] std::map<std::string, OptionValue, std::less<>> fitting_options(
        const Adjustment& adjustment, const Page& page);
    /// Null when there is none of that id.
    [[nodiscard]] const Component* component(std::string_view id) const;
    [[nodiscard]] static Localized already(const Component& other);

    /// Whether a page's program, if it has one, may be run.
    [[nodiscard]] bool admitted(const Page& page, const std::filesystem::path& folder);
    /// Whether the shared lists that a page names were found.
    [[nodiscard]] bool complete(Page& page, const std::filesystem::path& folder);

    struct Launch {
        std::unique_ptr<ForeignRules> unused;
    };

    std::span<const Edition> editions_;
    std::filesystem::path lists_;
    std::vector<Component> components_;
    std::vector<std::string> files_;  ///< one each: the plugin's, absolute; "" of a pack
    std::optional<Isolation> isolation_;
    bool trust_ = false;
    std::vector<std::filesystem::path> pack_stores_;
    /// One a component: the worker that its declaration was read from, for whoever is first to make
    /// rules of it; null when its code runs in this process.
    std::vector<std::unique_ptr<Launch>> launches_;
    std::vector<Rule> rules_;
    std::vector<gouji_rule> code_;  ///< one each; null functions: not loaded here, or without code
    std::vector<Error> refused_;
};

}  // namespace gouji
