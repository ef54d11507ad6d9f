#pragma once

#include "gouji/base/result.hpp"
#include "gouji/text/source_snippet.hpp"
#include "gouji/toml/tomlplusplus.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace gouji {

/// A TOML text and what was parsed from it: a file, or the front matter of one. Immutable; whoever
/// has to read it a second time keeps it.
struct TomlDocument {
    std::string file;  ///< for messages
    std::string text;
    std::uint32_t first_line = 1;  ///< of `text` in the file: front matter starts at 2
    toml::table table;

    /// “FILE:LINE:COLUMN: ” and the line with a row of carets under the value.
    [[nodiscard]] SourceSnippet frame(const toml::source_region& region) const;
    /// The same for the value of a key of the root; for the root when the key is absent.
    [[nodiscard]] SourceSnippet frame(std::string_view key) const;
    /// The rest of the line from a position on.
    [[nodiscard]] std::string_view text_at(const toml::source_position& position) const;
};

/// Parses, or says as FILE:LINE:COLUMN what is no TOML.
Result<std::shared_ptr<const TomlDocument>> parse_toml(std::string_view text,
                                                       const std::string& file,
                                                       std::uint32_t first_line = 1);

}  // namespace gouji
