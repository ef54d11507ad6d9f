#pragma once

#include "gouji/lsp/draft_rules.hpp"

#include <map>
#include <string>
#include <vector>

#include "cli/resolve_configs.hpp"

namespace gouji {

/// The rules of the installation and of the gouji.toml nearest to each draft, kept loaded for a
/// server and loaded anew when their files change. One that cannot be read any more leaves what was
/// read last.
class EditorRules final : public RuleSource {
public:
    /// `arguments` are those of the command line, `trusted` the same with --trust.
    static Result<std::unique_ptr<EditorRules>> start(const Arguments& arguments,
                                                      const Arguments& trusted);

    void set_trust(Trust trust) override;
    void set_open_texts(OpenText open_text) override { open_text_ = std::move(open_text); }
    Result<std::shared_ptr<const DraftRules>> rules_for(const std::string& path,
                                                        const std::string& name) override;
    bool refresh() override;
    [[nodiscard]] std::vector<FileError> errors() const override;
    const Catalogue& catalogue_for(const std::string& path) override;
    [[nodiscard]] std::span<const Edition> editions() override { return *editions_; }
    [[nodiscard]] std::string shared_lists() const override;
    [[nodiscard]] std::string configuration_schema(const Catalogue& catalogue) override;

private:
    /// What was loaded for one gouji.toml, or for drafts without one.
    struct Loaded {
        std::shared_ptr<const Installation> installation;
        Configurations found;  ///< none or one
        std::map<std::vector<std::size_t>, std::shared_ptr<const ResolvedConfigs>> resolved;
    };
    struct Entry {
        std::string stamp;               ///< of the files that it was loaded from
        std::shared_ptr<Loaded> loaded;  ///< the last that was good; null: never
        std::vector<FileError> errors;
    };

    EditorRules(const Arguments& arguments, const Arguments& trusted)
        : arguments_(arguments), trusted_(trusted) {}

    [[nodiscard]] std::string configuration_of(const std::string& path) const;
    Entry& entry(const std::string& configuration);
    void load(const std::string& configuration, Entry& entry);
    Result<std::shared_ptr<Loaded>> read(const std::string& configuration);
    Result<std::shared_ptr<const Installation>> installation_with(const Configurations& found);
    [[nodiscard]] std::string stamp_of(const std::string& configuration,
                                       const Loaded* loaded) const;

    Arguments arguments_;
    Arguments trusted_;
    Overrides overrides_;
    std::shared_ptr<const std::vector<Edition>> editions_;
    std::vector<std::string> asked_packs_;  ///< folders of --pack, once anything was loaded
    Trust trust_ = Trust::data;
    OpenText open_text_;
    std::map<std::string, Entry> entries_;        ///< by gouji.toml; "" for none
    std::map<std::string, std::string> nearest_;  ///< the gouji.toml of each path asked for
    /// Installations in use, by the packs and plugins that they were loaded with.
    std::map<std::vector<std::string>, std::weak_ptr<const Installation>> installations_;
};

}  // namespace gouji
