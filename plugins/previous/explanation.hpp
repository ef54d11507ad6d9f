#pragma once

#include <gouji/sdk.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace gouji::previous {

/// Whether a sentence of the report explains why its figures do not follow from last year's: one of
/// the words of `reasons` together with a word of `subjects`.
[[nodiscard]] bool explained(const sdk::Document& document, sdk::TermList reasons,
                             std::span<const std::string_view> subjects);

/// What a cell counts as: a blank cell as 0; nothing where there is no figure.
[[nodiscard]] std::optional<Decimal> value(const gouji_field* field);

}  // namespace gouji::previous
