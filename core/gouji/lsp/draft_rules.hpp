#pragma once

#include "gouji/engine/analyzed_report.hpp"
#include "gouji/engine/run.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// What one draft is checked with. Immutable.
struct DraftRules {
    std::shared_ptr<const void> owner;  ///< keeps alive what `context` and `suppressions` refer to
    RunContext context;                 ///< of one input, the draft
    std::vector<Input> inputs;          ///< the draft
    std::vector<InputContext> input_contexts;
    std::span<const Suppression> suppressions;
    std::vector<Notice> notices;  ///< of what was not loaded
    std::string configuration;    ///< the gouji.toml that holds; "" for none
};

/// How far the client trusts the folders that are open.
enum class Trust : std::uint8_t {
    nothing,    ///< no file of theirs is read
    data,       ///< gouji.toml, and packs inside its folder; as `gouji check`
    everything  ///< plugins and packs elsewhere, too; as `gouji check --trust`
};

/// A file of the user's that cannot be used now: a gouji.toml, or a page or pack.toml of a pack
/// that one names. What was read last holds, if anything was.
struct FileError {
    std::string file;
    Error error;  ///< begins FILE:LINE:COLUMN where it has a place
};

/// Where a server finds the rules; the program around it knows the installation. One thread.
class RuleSource {
public:
    /// The unsaved text of a file that is open in the editor; nothing for other files.
    using OpenText = std::function<std::optional<std::string>(const std::string& path)>;

    virtual ~RuleSource() = default;
    virtual void set_trust(Trust trust) = 0;
    virtual void set_open_texts(OpenText open_text) = 0;

    /// What holds for a draft. `path` is absolute; "" for one that is no file. What was loaded is
    /// used until refresh(). Fails when its gouji.toml cannot be read and never could.
    virtual Result<std::shared_ptr<const DraftRules>> rules_for(const std::string& path,
                                                                const std::string& name) = 0;
    /// Reads again what has changed since it was loaded. Whether anything had.
    virtual bool refresh() = 0;
    [[nodiscard]] virtual std::vector<FileError> errors() const = 0;

    /// All rules that a file may name: a gouji.toml those of its packs, too.
    virtual const Catalogue& catalogue_for(const std::string& path) = 0;
    [[nodiscard]] virtual std::span<const Edition> editions() = 0;
    /// Where the word lists are that pages share by name.
    [[nodiscard]] virtual std::string shared_lists() const = 0;
    /// The JSON Schema of gouji.toml, with these rules.
    [[nodiscard]] virtual std::string configuration_schema(const Catalogue& catalogue) = 0;
};

}  // namespace gouji
