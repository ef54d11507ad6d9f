#include "form.hpp"

namespace gouji::consistency {
namespace {

using sdk::view;
using namespace std::string_view_literals;

bool is_result(std::string_view row) {
    return row != "new"sv && row != "carried_in"sv && row != "total"sv && row != "carried_out"sv;
}

bool in_group(std::string_view row, std::string_view group) {
    return row.size() > group.size() && row.starts_with(group) && row[group.size()] == '.';
}

}  // namespace

std::optional<Decimal> value(const gouji_field* field) {
    if (field == nullptr) return std::nullopt;
    switch (field->state) {
        case GOUJI_FIELD_NUMBER:
            return Decimal(field->value);
        case GOUJI_FIELD_BLANK:
        case GOUJI_FIELD_PLACEHOLDER:
            return Decimal(0);
        default:
            return std::nullopt;
    }
}

std::optional<Figure> requests(sdk::Document document, std::string_view row_or_group) {
    if (const gouji_field* field = document.field("requests", row_or_group, "total")) {
        const auto number = value(field);
        return number ? std::optional(Figure{*number, field}) : std::nullopt;
    }
    Figure sum;
    for (const gouji_field& field : document.fields()) {
        if (view(field.form) != "requests"sv || view(field.column) != "total"sv) continue;
        if (!in_group(view(field.row), row_or_group)) continue;
        const auto number = value(&field);
        if (!number) return std::nullopt;
        sum.value = sum.value + *number;
        // The first cell that is not 0 shows best where the sum comes from.
        if (sum.cell == nullptr || (value(sum.cell) == Decimal(0) && *number != Decimal(0)))
            sum.cell = &field;
    }
    return sum.cell != nullptr ? std::optional(sum) : std::nullopt;
}

std::optional<Figure> disputes(sdk::Document document, std::string_view group,
                               std::string_view column) {
    const gouji_field* field = document.field("disputes", group, column);
    const auto number = value(field);
    return number ? std::optional(Figure{*number, field}) : std::nullopt;
}

std::vector<Figure> results(sdk::Document document) {
    std::vector<Figure> out;
    for (const gouji_field& field : document.fields()) {
        if (view(field.form) != "requests"sv || view(field.column) != "total"sv) continue;
        if (!is_result(view(field.row))) continue;
        if (const auto number = value(&field)) out.push_back({*number, &field});
    }
    return out;
}

}  // namespace gouji::consistency
