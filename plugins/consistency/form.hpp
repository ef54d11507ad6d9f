#pragma once

#include <gouji/sdk.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace gouji::consistency {

/// What a cell counts as: blank cells and placeholders as 0, nothing where the table has no such
/// cell or no number in it.
[[nodiscard]] std::optional<Decimal> value(const gouji_field* field);

/// A figure of the forms that prose may mean: one cell, or several added up.
struct Figure {
    Decimal value;
    const gouji_field* cell = nullptr;  ///< the cell to show
};

/// The total of a row of the request form, or of all rows of a group (“denied”).
[[nodiscard]] std::optional<Figure> requests(sdk::Document document, std::string_view row_or_group);

/// A cell of the dispute form: group review, direct or after_review.
[[nodiscard]] std::optional<Figure> disputes(sdk::Document document, std::string_view group,
                                             std::string_view column);

/// All rows of the request form that say what became of a request, with their totals.
[[nodiscard]] std::vector<Figure> results(sdk::Document document);

}  // namespace gouji::consistency
