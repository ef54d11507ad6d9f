#pragma once

#include "gouji/pack/scope.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/toml/reader.hpp"

#include <memory>
#include <span>
#include <string_view>

namespace gouji {

/// A kind is parametrised code; a rule of a pack is data for a kind. Kinds are few and general.
struct Kind {
    std::string_view name;                    ///< “pattern”: the page's `kind` and its table's name
    std::span<const std::string_view> messages;  ///< message ids that the page must have
    /// Reads the table; errors are kept by the reader.
    std::unique_ptr<Checker> (*make)(TomlReader& table, const Page& page);
};

extern const Kind term_kind;
extern const Kind pattern_kind;
extern const Kind presence_kind;
extern const Kind length_kind;
extern const Kind headings_kind;
extern const Kind deadline_kind;
extern const Kind cell_kind;
extern const Kind equation_kind;

/// All kinds, in the order of the documentation.
[[nodiscard]] std::span<const Kind* const> kinds();

/// The checker of a declarative page. Fails as FILE:LINE:COLUMN with the value and the nearest right
/// thing; `page.file`'s folder is where term lists are looked for.
Result<std::unique_ptr<Checker>> make_checker(const Page& page);

}  // namespace gouji
