#pragma once

#include "gouji/base/result.hpp"
#include "gouji/base/source_snippet.hpp"
#include "gouji/rule/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// What a pack does to a rule of somebody else.
struct Adjustment {
    std::string rule;            ///< id, or an older id
    std::optional<Level> level;  ///< off: not run
    std::optional<Localized> name;
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
    std::vector<std::string> requires_packs;  ///< ids of packs that must be there
    SourceSnippet requires_frame;             ///< of an error about them
    std::vector<Adjustment> adjustments;
    std::vector<Page> pages;  ///< sorted by file name
};

/// Reads a pack's folder. Errors read FILE:LINE:COLUMN with the nearest right thing; a page's id
/// must begin with the pack's. `version` is gouji's own, against the pack's `gouji = ">=0.1, <1"`.
Result<Pack> load_pack(const std::string& folder, std::string_view version);

}  // namespace gouji
