#include "explanation.hpp"

#include <algorithm>

#include "../prose/line.hpp"

namespace gouji::previous {
namespace {

constexpr std::string_view stops[] = {"。", "\n", "；"};

/// The sentence of the folded prose around an offset of it, as far as it is near.
std::string_view sentence_around(std::string_view prose, std::size_t at) {
    constexpr std::size_t reach = 600;  // bytes; so that no text makes this slow
    std::size_t begin = at > reach ? at - reach : 0;
    std::size_t end = std::min(prose.size(), at + reach);
    for (const std::string_view stop : stops) {
        const std::size_t before = prose.substr(begin, at - begin).rfind(stop);
        if (before != std::string_view::npos) begin += before + stop.size();
        const std::size_t after = prose.substr(at, end - at).find(stop);
        if (after != std::string_view::npos) end = at + after;
    }
    return prose.substr(begin, end - begin);
}

}  // namespace

bool explained(const sdk::Document& document, sdk::TermList reasons,
               std::span<const std::string_view> subjects) {
    const std::string_view text = document.prose().text();
    const auto hits = document.hits(reasons);
    return std::any_of(hits.begin(), hits.end(), [&](const sdk::Hit& hit) {
        return prose::has_any(sentence_around(text, hit.span.begin), subjects);
    });
}

std::optional<Decimal> value(const gouji_field* field) {
    if (field == nullptr) return std::nullopt;
    if (field->state == GOUJI_FIELD_BLANK) return Decimal(0);
    if (field->state == GOUJI_FIELD_NUMBER) return Decimal(field->value);
    return std::nullopt;
}

}  // namespace gouji::previous
