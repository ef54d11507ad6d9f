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

/// Fields of a form by their keys: “requests.denied.secret.total” is form, row, column. A group of
/// rows stands for all its rows (“requests.denied.total”, “requests.denied.*.total”), the column
/// “*” for all columns but the total.
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

    /// The one field with exactly these keys; null when the report's edition has no such.
    [[nodiscard]] const gouji_field* in(const SemanticModel& model) const;
    /// The fields that the path stands for, in the form's order.
    [[nodiscard]] std::vector<const gouji_field*> all_in(const SemanticModel& model) const;

private:
    [[nodiscard]] bool stands_for(std::string_view form, std::string_view row,
                                  std::string_view column) const;
};

/// Every field that some edition has, as form.row.column.
[[nodiscard]] std::vector<std::string> fields_of(std::span<const Edition> editions);

}  // namespace gouji
