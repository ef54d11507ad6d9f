#pragma once

#include <gouji/sdk.hpp>

#include <vector>

#include "enumeration.hpp"
#include "list_tokens.hpp"

namespace gouji::arithmetic {

/// Adds the lists whose total stands behind them: “网站 260 条、公众号 129 条，共计 389 条”.
void totals_behind(const sdk::Document& document, const ListTokens& tokens,
                   std::vector<Enumeration>& out);

}  // namespace gouji::arithmetic
