#include "cli/editor_rules.hpp"

#include "gouji/base/hash.hpp"

#include <algorithm>
#include <filesystem>

#include <sys/stat.h>

#include "cli/config_schema.hpp"
#include "cli/notices.hpp"

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// A file's time and size, by which a change is seen; “-” when it is not there.
std::string stamp_of_file(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return path + " -\n";
    return path + " " + std::to_string(status.st_mtim.tv_sec) + "." +
           std::to_string(status.st_mtim.tv_nsec) + " " + std::to_string(status.st_size) + "\n";
}

/// The same of all that a pack is read from.
std::string stamp_of_pack(const std::string& folder) {
    std::vector<std::string> files{(fs::path(folder) / "pack.toml").string()};
    std::error_code error;
    for (const fs::path& place : {fs::path(folder), fs::path(folder) / "lists"}) {
        for (const auto& one : fs::directory_iterator(place, error)) {
            const std::string extension = one.path().extension().string();
            if (extension == ".md" || extension == ".toml") files.push_back(one.path().string());
        }
    }
    std::ranges::sort(files);
    std::string out;
    for (const std::string& file : files) out += stamp_of_file(file);
    return out;
}

/// The file at the head of “FILE:12:5: …”; "" when the error has no place.
std::string file_of(const Error& error) {
    const std::string_view words = error.en.empty() ? error.zh : error.en;
    for (std::size_t colon = words.find(':'); colon != std::string_view::npos;
         colon = words.find(':', colon + 1)) {
        if (colon + 1 < words.size() && words[colon + 1] >= '1' && words[colon + 1] <= '9')
            return std::string(words.substr(0, colon));
    }
    return {};
}

/// What cannot be used of the packs that a configuration names.
std::vector<FileError> errors_of(const Catalogue& catalogue, const Configurations& found) {
    std::vector<FileError> out;
    for (const Error& error : catalogue.refused()) {
        const std::string file = file_of(error);
        const bool ours = std::ranges::any_of(found.packs, [&](const PackRequest& pack) {
            return file.starts_with(pack.folder.string());
        });
        if (ours && !file.empty()) out.push_back({file, error});
    }
    return out;
}

}  // namespace

Result<std::unique_ptr<EditorRules>> EditorRules::start(const Arguments& arguments,
                                                        const Arguments& trusted) {
    std::unique_ptr<EditorRules> out(new EditorRules(arguments, trusted));
    GOUJI_TRY(auto editions, installed_editions());
    out->editions_ = std::make_shared<const std::vector<Edition>>(std::move(editions));
    GOUJI_TRY(auto overrides, read_overrides(arguments, *out->editions_));
    out->overrides_ = std::move(overrides);
    if (arguments.on("trust")) out->trust_ = Trust::everything;
    return out;
}

void EditorRules::set_trust(Trust trust) {
    // The editor tells trusted data from untrusted alone; --trust says that code is trusted too.
    if (trust == Trust::data && arguments_.on("trust")) trust = Trust::everything;
    if (trust != trust_) entries_.clear();
    trust_ = trust;
}

std::string EditorRules::configuration_of(const std::string& path) const {
    if (arguments_.on("no-config") || trust_ == Trust::nothing) return {};
    if (arguments_.has("config")) {
        std::error_code error;
        return fs::absolute(arguments_.text("config"), error).lexically_normal().string();
    }
    if (path.empty() || arguments_.on("locked")) return {};
    return find_configuration(path);
}

Result<std::shared_ptr<const Installation>> EditorRules::installation_with(
    const Configurations& found) {
    std::vector<std::string> key = found.plugins;
    for (const PackRequest& pack : found.packs)
        key.push_back(pack.reference.range + " " + stamp_of_pack(pack.folder.string()));
    for (const std::string& pack : asked_packs_) key.push_back(stamp_of_pack(pack));
    std::weak_ptr<const Installation>& known = installations_[key];
    if (auto alive = known.lock()) return alive;
    GOUJI_TRY(auto loaded,
              load_installation(trust_ == Trust::everything ? trusted_ : arguments_, found));
    auto out = std::make_shared<const Installation>(std::move(loaded));
    asked_packs_ = out->asked_packs;
    known = out;
    std::erase_if(installations_, [](const auto& one) { return one.second.expired(); });
    return out;
}

Result<std::shared_ptr<EditorRules::Loaded>> EditorRules::read(const std::string& configuration) {
    auto out = std::make_shared<Loaded>();
    out->found.of_input.push_back(configuration.empty() ? UINT32_MAX : 0);
    if (!configuration.empty()) {
        const auto text = open_text_ ? open_text_(configuration) : std::nullopt;
        GOUJI_TRY(auto file, text ? ConfigurationFile::parse(*text, configuration)
                                  : ConfigurationFile::open(configuration));
        GOUJI_TRY_VOID(
            add_configuration_file(std::move(file), trust_ == Trust::everything, out->found));
    }
    GOUJI_TRY(out->installation, installation_with(out->found));
    // The rules that it names are looked at when it is bound to them.
    Input probe;
    probe.path = probe.name = configuration;
    GOUJI_TRY(auto resolved,
              resolve_configs(*out->installation, out->found, overrides_, std::span(&probe, 1)));
    auto layers = resolved.configurations.empty()
                      ? std::vector<std::size_t>()
                      : resolved.configurations[0].layers_for(configuration);
    out->resolved.emplace(std::move(layers),
                          std::make_shared<const ResolvedConfigs>(std::move(resolved)));
    return out;
}

void EditorRules::load(const std::string& configuration, Entry& entry) {
    entry.errors.clear();
    auto loaded = read(configuration);
    if (!loaded) {
        entry.errors.push_back({configuration, loaded.error()});
    } else {
        entry.errors = errors_of((*loaded)->installation->catalogue, (*loaded)->found);
        if (entry.errors.empty() || !entry.loaded) entry.loaded = std::move(*loaded);
    }
    entry.stamp = stamp_of(configuration, loaded ? loaded->get() : entry.loaded.get());
}

std::string EditorRules::stamp_of(const std::string& configuration, const Loaded* loaded) const {
    std::string out;
    const bool some = !configuration.empty();
    if (const auto text = some && open_text_ ? open_text_(configuration) : std::nullopt) {
        Hash hash;
        hash.add(*text);
        out = hash.text();
    } else if (some) {
        out = stamp_of_file(configuration);
    }
    if (some) {
        const fs::path folder = fs::path(configuration).parent_path();
        out += stamp_of_file((folder / "gouji.lock").string());
    }
    if (loaded != nullptr) {
        for (const PackRequest& pack : loaded->found.packs)
            out += stamp_of_pack(pack.folder.string());
    }
    for (const std::string& pack : asked_packs_) out += stamp_of_pack(pack);
    return out;
}

EditorRules::Entry& EditorRules::entry(const std::string& configuration) {
    const auto [at, fresh] = entries_.try_emplace(configuration);
    if (fresh) load(configuration, at->second);
    return at->second;
}

bool EditorRules::refresh() {
    bool changed = false;
    for (auto& [path, configuration] : nearest_) {
        std::string now = configuration_of(path);
        changed = changed || now != configuration;
        configuration = std::move(now);
    }
    for (auto at = entries_.begin(); at != entries_.end();) {
        auto& [configuration, entry] = *at;
        const bool used =
            configuration.empty() || std::ranges::any_of(nearest_, [&](const auto& one) {
                return one.second == configuration;
            });
        if (!used) {
            at = entries_.erase(at);
            continue;
        }
        // What was tried last tells which files to look at, also when it was not taken.
        if (stamp_of(configuration, entry.loaded.get()) != entry.stamp) {
            load(configuration, entry);
            changed = true;
        }
        ++at;
    }
    // Drafts that are closed by now need not be asked about again.
    constexpr std::size_t most_known = 1000;
    if (nearest_.size() > most_known) nearest_.clear();
    return changed;
}

std::vector<FileError> EditorRules::errors() const {
    std::vector<FileError> out;
    for (const auto& [configuration, entry] : entries_)
        out.insert(out.end(), entry.errors.begin(), entry.errors.end());
    return out;
}

Result<std::shared_ptr<const DraftRules>> EditorRules::rules_for(const std::string& path,
                                                                 const std::string& name) {
    const std::string configuration = configuration_of(path);
    nearest_[path] = configuration;
    const Entry& of_draft = entry(configuration);
    const std::shared_ptr<Loaded> loaded = of_draft.loaded;
    if (!loaded) return Failure(of_draft.errors.front().error);
    Input input;
    input.path = path.empty() ? "-" : path;
    input.name = name;

    const Configuration* const known =
        configuration.empty() ? nullptr : &loaded->resolved.begin()->second->configurations[0];
    const auto layers = known != nullptr ? known->layers_for(path) : std::vector<std::size_t>();
    auto at = loaded->resolved.find(layers);
    if (at == loaded->resolved.end()) {
        GOUJI_TRY(auto made, resolve_configs(*loaded->installation, loaded->found, overrides_,
                                             std::span(&input, 1)));
        at = loaded->resolved
                 .emplace(layers, std::make_shared<const ResolvedConfigs>(std::move(made)))
                 .first;
    }
    const auto& resolved = at->second;
    struct Owner {
        std::shared_ptr<const Installation> installation;
        std::shared_ptr<const ResolvedConfigs> resolved;
    };
    const Installation& installation = *loaded->installation;
    std::vector<InputContext> contexts(1);
    if (known != nullptr) {
        contexts[0].suppressions = &resolved->suppressions_of[0];
        contexts[0].path = known->relative(path);
    }
    const std::span<const InputContext> context_view(contexts);
    RunContext context{*installation.lexicon, installation.catalogue, resolved->resolved_configs,
                       context_view};
    context.load.lexicon = installation.lexicon.get();
    auto owner = std::make_shared<const Owner>(Owner{loaded->installation, resolved});
    auto notices = notices_before(installation.catalogue, *resolved, loaded->found);
    // Last year's folder would have to be read for each draft.
    if (std::ranges::any_of(resolved->resolved_configs, [](const ResolvedConfig& one) {
            return one.configuration != nullptr && !one.configuration->previous.empty();
        })) {
        notices.push_back({Notice::Kind::unpaired,
                           {"编辑器里不与上年年报对照；请用 gouji check",
                            "not compared with last year's report in the editor; use gouji check"},
                           std::nullopt,
                           std::nullopt});
    }
    // What was read last holds, and why it is not what lies there now is said.
    for (const FileError& error : of_draft.errors) {
        const auto same = [&](const Notice& notice) { return notice.what == error.error; };
        if (std::ranges::none_of(notices, same))
            notices.push_back({Notice::Kind::refused, error.error, std::nullopt, std::nullopt});
    }
    return std::shared_ptr<const DraftRules>(new DraftRules{std::move(owner),
                                                            context,
                                                            {input},
                                                            std::move(contexts),
                                                            resolved->suppressions,
                                                            std::move(notices),
                                                            configuration});
}

const Catalogue& EditorRules::catalogue_for(const std::string& path) {
    std::error_code error;
    const bool own = fs::path(path).filename() == "gouji.toml" && trust_ != Trust::nothing &&
                     !arguments_.on("no-config") && !arguments_.on("locked") &&
                     fs::exists(path, error);
    const std::string configuration = own ? path : configuration_of(path);
    if (own) nearest_[path] = configuration;
    if (const auto& loaded = entry(configuration).loaded) return loaded->installation->catalogue;
    return entry("").loaded->installation->catalogue;
}

std::string EditorRules::shared_lists() const { return gouji::shared_lists().string(); }

std::string EditorRules::configuration_schema(const Catalogue& catalogue) {
    return config_schema(catalogue, *editions_);
}

}  // namespace gouji
