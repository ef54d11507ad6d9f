#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include "gouji/toml/reader.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A field of a form by its keys: “requests.denied.secret.total” is form, row, column.
struct FieldPath {
    std::string form;
    std::string row;
    std::string column;

    /// Nullopt when it has not at least three parts.
    static std::optional<FieldPath> parse(std::string_view path);
    /// The path under a key of a page.
    static FieldPath read(TomlReader& in, std::string_view key);

    /// Records an error that names the nearest field when no edition has this one.
    void expect_in(std::span<const Edition> editions, TomlReader& in, std::string_view key) const;

    /// Null when the report's edition has no such field.
    [[nodiscard]] const gouji_field* in(const SemanticModel& model) const;
};

/// Every field that some edition has, as form.row.column.
[[nodiscard]] std::vector<std::string> fields_of(std::span<const Edition> editions);

}  // namespace gouji
