#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/pack/kind_page.hpp"
#include "gouji/pack/scope.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/rule/page.hpp"
#include "gouji/toml/reader.hpp"

#include <memory>
#include <span>
#include <string_view>

namespace gouji {

/// A message that a page need not write.
struct DefaultMessage {
    std::string_view id;
    std::string_view zh;
    std::string_view en;
};

/// A kind is parametrised code; a rule of a pack is data for a kind. Kinds are few and general.
struct Kind {
    std::string_view name;  ///< “pattern”: the page's `kind` and its table's name
    /// Reads the table and adds the messages that the kind writes to the page; errors are kept by
    /// the reader.
    std::unique_ptr<Checker> (*make)(TomlReader& table, KindPage& page);
    /// How a fix or a related place is put into words when the page does not say.
    std::span<const DefaultMessage> defaults = {};
};

extern const Kind term_kind;
extern const Kind pattern_kind;
extern const Kind presence_kind;
extern const Kind length_kind;
extern const Kind headings_kind;
extern const Kind deadline_kind;
extern const Kind cell_kind;
extern const Kind equation_kind;
extern const Kind requirement_kind;

/// All kinds, in the order of the documentation.
[[nodiscard]] std::span<const Kind* const> kinds();

/// The checker of a declarative page, one that parse_page() has parsed. Fails as FILE:LINE:COLUMN
/// with the value and the nearest right thing; `page.file`'s folder is where term lists are looked
/// for. Fields of the form are compared with `editions`; where none are given they are believed.
/// The words that it looks for are added to `terms`.
Result<std::unique_ptr<Checker>> make_checker(const Page& page, std::span<const Edition> editions,
                                              TermTable& terms);

/// Gives a declarative page the messages of its kind that it does not write itself.
void add_default_messages(Page& page);

}  // namespace gouji
