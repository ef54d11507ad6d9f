#pragma once

#include "gouji/semantic/form_match.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <string_view>

namespace gouji {

/// Why a form that the report has could not be read in full; "" where it could, or where the
/// report does not have it. What is missing in a table that was read well is the report's fault;
/// here the words and figures are there, but which cell they stand in is lost.
///
///     "no-cells"    words and figures without rows and columns: a page copied as plain text
///     "split-cells" the words of some rows are broken over lines between other cells
///     "lost-cells"  cells stand apart by blanks alone, and those left blank cannot be seen
///
struct Unreadable {
    std::string_view reason;  ///< one of these constants
    Span where;               ///< the chapter that the form belongs into
};

/// `cells` counts the value cells of each row of the form.
[[nodiscard]] Unreadable unreadable_because(const Document& document, const FormTables& tables,
                                            const FormMatch& match,
                                            std::span<const std::uint32_t> cells,
                                            const SemanticModel& model);

}  // namespace gouji
