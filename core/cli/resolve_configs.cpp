#include "cli/resolve_configs.hpp"

#include "gouji/config/glob.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "cli/active_packs.hpp"
#include "cli/console.hpp"

namespace gouji {
namespace {

namespace fs = std::filesystem;

bool lies_below(const fs::path& path, const fs::path& folder) {
    const fs::path relative =
        fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
    return !relative.empty() && *relative.begin() != "..";
}

/// Finds the nearest configuration of each folder once.
class Finder {
public:
    const std::string& nearest(const Input& input) {
        const fs::path folder = input.path == "-" ? fs::path(input.name).parent_path()
                                                  : fs::path(input.path).parent_path();
        const std::string key = folder.empty() ? "." : folder.string();
        const auto found = known_.find(key);
        return found != known_.end() ? found->second
                                     : known_.emplace(key, find_configuration(key)).first->second;
    }

    /// The nearest of every input, but not this one.
    std::vector<std::string> all_but(const std::string& named, std::span<const Input> inputs) {
        std::set<std::string> out;
        std::error_code ignored;
        for (const Input& input : inputs) {
            const std::string& file = nearest(input);
            if (!file.empty() && !fs::equivalent(file, named, ignored)) out.insert(file);
        }
        return {out.begin(), out.end()};
    }

private:
    std::map<std::string, std::string> known_;
};

/// Adds the plugins and packs that one configuration names; without trust only packs inside its own
/// tree.
void add_components(const Configuration& configuration, bool trust, Configurations& out) {
    for (const auto& [plugin, place] : configuration.plugins) {
        if (trust) {
            out.plugins.push_back((fs::path(configuration.folder) / plugin).string());
        } else {
            out.refused.push_back(
                {place + "：配置要载入插件 " + plugin + "，确信安全请加 --trust",
                 place + ": names the plugin " + plugin + "; pass --trust if you trust it"});
        }
    }
    std::vector<std::string>& names = out.packs_of.emplace_back();
    for (const auto& [pack, place] : configuration.packs) {
        const PackReference reference =
            names_a_path(pack) ? PackReference{} : PackReference::of(pack);
        const auto found = pack_folder(pack, configuration.folder);
        if (!found) {
            out.refused.push_back(
                {place + "：" + found.error().zh, place + ": " + found.error().en});
            continue;
        }
        const std::string& folder = *found;
        if (names_a_path(pack) && !trust && !lies_below(folder, configuration.folder)) {
            out.refused.push_back(
                {place + "：规则包 " + pack + " 不在配置所在的文件夹里，确信安全请加 --trust",
                 place + ": the pack " + pack +
                     " lies outside the configuration's folder; pass --trust if you trust it"});
            continue;
        }
        names.push_back(folder);
        out.packs.push_back({folder, reference, place});
    }
}

/// Applies what the command line selects. A rule that is not there may be one that was refused: why
/// is said first.
Result<void> apply(const Selection& selection, const Catalogue& catalogue, Profile& profile) {
    auto applied = profile.apply(selection, catalogue.rules(), catalogue.components());
    if (applied || catalogue.refused().empty()) return applied;
    Error first;
    for (const Error& error : catalogue.refused()) first += Error{error.zh + "\n", error.en + "\n"};
    return Failure(first + applied.error());
}

/// Lets the packs take no part that a configuration asks for and that are not those locked.
std::vector<Error> hold_to(const PackLock& lock, const ActivePacks& asked, ActivePacks& active) {
    std::vector<Error> out;
    for (const Component* pack : asked.packs()) {
        auto error = lock.misfit(pack->id, pack->version, pack->place);
        if (!error) continue;
        out.push_back(std::move(*error));
        active.leave_out(*pack);
    }
    return out;
}

}  // namespace

std::string lock_beside(const Configuration& configuration) {
    return (fs::path(configuration.folder) / "gouji.lock").string();
}

Result<void> add_configuration_file(ConfigurationFile file, bool trust, Configurations& out) {
    GOUJI_TRY(auto head, file.read());
    add_components(head, trust, out);
    out.locks.emplace_back();
    std::error_code error;
    if (const std::string lock = lock_beside(head); fs::exists(lock, error)) {
        GOUJI_TRY(out.locks.back(), PackLock::open(lock));
    }
    out.files.push_back(std::move(file));
    out.heads.push_back(std::move(head));
    return {};
}

Result<Configurations> find_configurations(const Arguments& arguments, std::vector<Input>& inputs) {
    Configurations out;
    const std::string named = arguments.text("config");
    const bool none = arguments.on("no-config");
    Finder finder;
    if (arguments.on("locked")) {
        if (named.empty() && !none)
            return fail("--locked 要同时用 --config 指明配置文件，不用配置请写 --no-config",
                        "--locked wants --config FILE, or --no-config for none");
        out.ignored = finder.all_but(named, inputs);
    }
    if (none) {
        out.of_input.assign(inputs.size(), UINT32_MAX);
        return out;
    }
    std::map<std::string, std::uint32_t> indices;
    std::vector<Input> kept;
    for (Input& input : inputs) {
        const std::string& file = named.empty() ? finder.nearest(input) : named;
        std::uint32_t index = UINT32_MAX;
        if (!file.empty()) {
            const auto [found, fresh] =
                indices.emplace(file, static_cast<std::uint32_t>(out.heads.size()));
            index = found->second;
            if (fresh) {
                GOUJI_TRY(auto opened, ConfigurationFile::open(file));
                GOUJI_TRY_VOID(
                    add_configuration_file(std::move(opened), arguments.on("trust"), out));
            }
            const Configuration& head = out.heads[index];
            const std::string path = input.walked ? head.relative(input.path) : "";
            if (input.walked &&
                std::any_of(head.exclude.begin(), head.exclude.end(),
                            [&](const std::string& glob) { return glob_matches(glob, path); })) {
                if (!input.skipped) out.excluded.push_back(input.name);
                continue;
            }
        }
        kept.push_back(std::move(input));
        out.of_input.push_back(index);
    }
    for (std::size_t i = 0; arguments.on("locked") && i < out.heads.size(); ++i) {
        if (out.locks[i] || out.heads[i].packs.empty()) continue;
        out.refused.push_back(
            at_place(out.heads[i].packs.front().place,
                     {"--locked 要有 " + lock_beside(out.heads[i]) +
                          "，写明用的是哪一份规则包；请运行 gouji pack lock",
                      "--locked wants " + lock_beside(out.heads[i]) +
                          ", which says what packs are meant; run gouji pack lock"}));
    }
    inputs = std::move(kept);
    return out;
}

Result<Overrides> read_overrides(const Arguments& arguments, std::span<const Edition> editions) {
    Overrides out;
    std::vector<std::string> known{"auto"};
    for (const Edition& edition : editions) known.push_back(edition.id);
    const auto edition = arguments.one_of("edition", "auto", known);
    if (!edition) return Failure(edition.error());
    if (*edition != "auto") out.analysis.edition = *edition;
    const auto year = arguments.number("year", 0, 1990, 2100);
    if (!year) return Failure(year.error());
    out.analysis.year = static_cast<std::int32_t>(*year);
    out.analysis.assume_report = arguments.on("assume-report");
    out.selection = {arguments.list("select"), arguments.list("ignore")};
    return out;
}

Result<Installation> load_installation(const Arguments& arguments, const Configurations& found) {
    return load_installation(arguments, found.plugins, found.packs);
}

Result<ResolvedConfigs> resolve_configs(const Installation& installation,
                                        const Configurations& found, const Overrides& overrides,
                                        std::span<const Input> inputs) {
    const Catalogue& catalogue = installation.catalogue;
    const auto rules = catalogue.rules();
    std::vector<const Page*> pages;
    for (const Rule& rule : rules) pages.push_back(&rule.page);
    const std::string today = utc_now().substr(0, 10);

    ResolvedConfigs out;
    for (const ConfigurationFile& file : found.files) {
        GOUJI_TRY(auto configuration, file.read(pages));
        out.suppressions_of.emplace_back(
            configuration, pages, static_cast<std::uint32_t>(out.suppressions.size()), today);
        out.suppressions.insert(out.suppressions.end(), configuration.suppressions.begin(),
                                configuration.suppressions.end());
        out.configurations.push_back(std::move(configuration));
    }

    // Files under the same layers of the same configuration share a resolved_config.
    std::map<std::pair<std::uint32_t, std::vector<std::size_t>>, std::uint32_t> known;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::uint32_t index = found.of_input[i];
        const Configuration* configuration =
            index == UINT32_MAX ? nullptr : &out.configurations[index];
        const std::string& path = inputs[i].path == "-" ? inputs[i].name : inputs[i].path;
        InputContext& of_input = out.inputs.emplace_back();
        std::vector<std::size_t> layers;
        if (configuration != nullptr) {
            layers = configuration->layers_for(path);
            of_input.suppressions = &out.suppressions_of[index];
            of_input.path = configuration->relative(path);
        }
        const auto [at, fresh] = known.emplace(
            std::pair(index, layers), static_cast<std::uint32_t>(out.resolved_configs.size()));
        of_input.resolved_config = at->second;
        if (!fresh) continue;

        std::vector<std::string> packs = installation.asked_packs;
        if (configuration != nullptr)
            packs.insert(packs.end(), found.packs_of[index].begin(), found.packs_of[index].end());
        ActivePacks active(catalogue, packs);
        std::vector<Error> differing;
        if (configuration != nullptr && found.locks[index])
            differing =
                hold_to(*found.locks[index], ActivePacks(catalogue, found.packs_of[index]), active);
        Profile profile = active.profile();
        Settled settled;
        AnalysisOptions analysis = overrides.analysis;
        for (const std::size_t layer : layers) {
            const Configuration::Layer& said = configuration->layers[layer];
            for (const RuleSetting& setting : said.rules) {
                profile.apply(setting);
                if (setting.level) settled.levels.insert(setting.rule);
                for (const auto& [key, value] : setting.options)
                    settled.options.emplace(setting.rule, key);
            }
            if (said.edition && overrides.analysis.edition.empty())
                analysis.edition = said.edition->value == "auto" ? "" : said.edition->value;
            if (said.year && overrides.analysis.year == 0)
                analysis.year = static_cast<std::int32_t>(said.year->value);
        }
        GOUJI_TRY_VOID(apply(overrides.selection, catalogue, profile));
        auto contradictions = active.contradictions(settled);
        std::move(contradictions.begin(), contradictions.end(), std::back_inserter(differing));
        for (Error& error : differing) {
            auto& errors = out.contradictions;
            if (std::find(errors.begin(), errors.end(), error) == errors.end())
                errors.push_back(std::move(error));
        }
        auto checkers = std::make_unique<const Checkers>(catalogue, profile);
        out.resolved_configs.push_back(
            {std::move(profile), std::move(checkers), std::move(analysis), configuration});
    }
    if (inputs.empty()) {
        Profile profile = ActivePacks(catalogue, installation.asked_packs).profile();
        GOUJI_TRY_VOID(apply(overrides.selection, catalogue, profile));
    }
    return out;
}

}  // namespace gouji
