#include "enumeration.hpp"

#include <gouji/once.hpp>

#include <algorithm>
#include <optional>

#include "lists.hpp"

namespace gouji::arithmetic {
namespace {

Model gather(const sdk::Document& document) {
    Model out;
    const auto sentences = document.sentences();
    const auto quantities = document.quantities();
    for (std::size_t first = 0; first < quantities.size();) {
        if (quantities[first].sentence >= sentences.size()) break;
        const gouji_sentence& opening = sentences[quantities[first].sentence];
        std::size_t last = first;
        gouji_span span = opening.span;
        while (last < quantities.size() && quantities[last].sentence < sentences.size() &&
               sentences[quantities[last].sentence].node == opening.node) {
            span.end = std::max(span.end, sentences[quantities[last].sentence].span.end);
            ++last;
        }
        out.passages.push_back(
            read_passage(document, span, quantities.subspan(first, last - first)));
        const Passage& passage = *out.passages.back();
        lists_after_totals(document, passage, out.lists);
        lists_before_totals(passage, out.lists);
        first = last;
    }
    return out;
}

}  // namespace

const Model& model(const sdk::Document& document) { return sdk::once<gather>(document); }

std::vector<Decimal> form_totals(const sdk::Document& document, Decimal total) {
    const auto number = [&](std::string_view row) -> std::optional<Decimal> {
        const gouji_field* field = document.field("requests", row, "total");
        if (field == nullptr || field->state != GOUJI_FIELD_NUMBER) return std::nullopt;
        return Decimal(field->value);
    };
    std::vector<Decimal> out;
    const auto fresh = number("new");
    const auto in = number("carried_in");
    const auto done = number("total");
    const auto left = number("carried_out");
    if (in) out.push_back(total + *in);
    if (fresh && in) out.push_back(*fresh + *in);
    if (done) out.push_back(*done);
    if (done && left) out.push_back(*done + *left);
    return out;
}

}  // namespace gouji::arithmetic
