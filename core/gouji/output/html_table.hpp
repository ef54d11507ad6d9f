#pragma once

#include "gouji/output/html_marks.hpp"

#include <string>
#include <vector>

namespace gouji {

/// Draws a table with its rows, columns and merged cells; cells with findings are marked. Returns
/// the findings whose place begins in the table. `next` is where the following text begins.
[[nodiscard]] std::vector<std::uint32_t> html_table(std::string& out, const Document& document,
                                                    const Table& table, Marker& marker,
                                                    std::uint32_t next, Language language);

}  // namespace gouji
