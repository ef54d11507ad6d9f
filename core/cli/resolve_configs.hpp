#pragma once

#include "gouji/engine/analyzed_report.hpp"
#include "gouji/pack/pack_lock.hpp"

#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/installation.hpp"

namespace gouji {

/// The configurations that hold for the files of a run, as far as they can be read before the rules
/// are known: which packs and plugins to load.
struct Configurations {
    std::vector<ConfigurationFile> files;
    std::vector<Configuration> heads;                ///< of the files, without the rules
    std::vector<std::uint32_t> of_input;             ///< index into heads, or UINT32_MAX
    std::vector<PackRequest> packs;                  ///< those to load
    std::vector<std::vector<std::string>> packs_of;  ///< folders of those each configuration names
    std::vector<std::optional<PackLock>> locks;      ///< the gouji.lock beside each configuration
    std::vector<std::string> plugins;                ///< files to load; only with trust
    std::vector<Error> refused;                      ///< plugins and packs that need --trust
    std::vector<std::string> excluded;               ///< inputs that a configuration leaves out
    std::vector<std::string> ignored;                ///< configurations that --locked passed over
};

/// Finds each input's configuration: the file that --config names, none with --no-config, else the
/// nearest gouji.toml upward. An unreadable one is an error: nothing is checked by guess.
/// Inputs that a folder brought in and their configuration excludes are dropped. With --locked
/// only --config counts; one that lies beside the documents is ignored.
Result<Configurations> find_configurations(const Arguments& arguments, std::vector<Input>& inputs);

/// Adds a configuration with the packs and plugins that it names, and the lock beside it; without
/// trust only packs inside its own folder.
Result<void> add_configuration_file(ConfigurationFile file, bool trust, Configurations& out);

/// What the user says on the command line for all files.
struct Overrides {
    AnalysisOptions analysis;
    Selection selection;
};

/// Every resolved_config of a run and which input is under which.
struct ResolvedConfigs {
    std::deque<Configuration> configurations;
    std::deque<Suppressions> suppressions_of;  ///< one for each configuration
    std::vector<Suppression> suppressions;     ///< of the whole run, by number
    std::vector<ResolvedConfig> resolved_configs;
    std::vector<InputContext> inputs;
    /// Of packs that are in use together, or are not those that are locked.
    std::vector<Error> contradictions;
};

Result<ResolvedConfigs> resolve_configs(const Installation& installation,
                                        const Configurations& found, const Overrides& overrides,
                                        std::span<const Input> inputs);

/// --edition, --year, --assume-report, --select and --ignore.
Result<Overrides> read_overrides(const Arguments& arguments, std::span<const Edition> editions);

/// The gouji.lock that belongs to a gouji.toml.
[[nodiscard]] std::string lock_beside(const Configuration& configuration);

/// With the plugins and packs that configurations ask for.
Result<Installation> load_installation(const Arguments& arguments, const Configurations& found);

}  // namespace gouji
