#pragma once

#include <gouji/sdk.hpp>

#include <vector>

#include "enumeration.hpp"

namespace gouji::arithmetic {

/// Adds the lists of a paragraph whose total stands in front: “共 389 条，其中网站 260 条…”.
void lists_after_totals(const sdk::Document& document, const Passage& passage,
                        std::vector<Enumeration>& out);

/// Adds the lists whose total stands after them: “网站 260 条、公众号 129 条，共计 389 条”.
void lists_before_totals(const Passage& passage, std::vector<Enumeration>& out);

/// Whether two labels name things of one kind: one way of dividing, or the same last words.
[[nodiscard]] bool parallel(const Figure& left, const Figure& right);

}  // namespace gouji::arithmetic
