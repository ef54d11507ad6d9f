#pragma once

#include "gouji/base/result.hpp"
#include "gouji/pack/pack_reference.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/text/source_snippet.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A value that a pack gives to an option of somebody else's rule.
struct OptionSetting {
    std::string key;
    OptionValue value;
    SourceSnippet frame;  ///< of an error about it
};

/// What a pack does to a rule of somebody else.
struct Adjustment {
    std::string rule;            ///< id, or an older id
    std::optional<Level> level;  ///< off: not run
    std::optional<Localized> name;
    std::vector<OptionSetting> options;
    std::vector<WordListAddition> lists;  ///< words for the rule's lists
    std::string reason;                   ///< required: shown by `gouji rules` and `gouji config`
    std::string place;                    ///< FILE:LINE
    SourceSnippet frame;                  ///< of an error about the rule
};

/// A folder of rules without code: pack.toml and pages.
struct Pack {
    std::string folder;
    std::string id;  ///< first part of its rules' ids
    Localized name;
    std::string region;  ///< "" for packs that belong to no region
    std::string version;
    std::string deprecated;  ///< what to use in its stead, in its author's words; "" when current
    std::vector<PackReference> requires_packs;  ///< packs that must be there
    std::vector<Adjustment> adjustments;
    std::vector<Page> pages;                    ///< sorted by file name
    std::vector<Error> refused;                 ///< files that should be pages and cannot be used
    std::shared_ptr<const TomlDocument> front;  ///< pack.toml, parsed

    /// An error about the value of a key of pack.toml, as FILE:LINE:COLUMN with the line.
    [[nodiscard]] Error error_at(std::string_view key, const Localized& words) const;
    /// Where its id is written: FILE:LINE.
    [[nodiscard]] std::string place() const;
};

/// A pack.toml alone, without its pages and folder.
Result<Pack> parse_pack(std::string_view text, const std::string& file, std::string_view version);

/// Reads a pack's folder: pack.toml, and every .md but README as a page. Errors read
/// FILE:LINE:COLUMN with the nearest right thing. A page that cannot be read, or whose id does not
/// begin with the pack's, is refused alone; the others are used. `version` is gouji's own, against
/// the pack's `gouji = ">=0.1, <1"`.
Result<Pack> load_pack(const std::string& folder, std::string_view version);

}  // namespace gouji
