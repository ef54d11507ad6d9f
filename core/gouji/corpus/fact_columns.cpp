#include "gouji/corpus/fact_columns.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string name_of(std::string_view form, std::string_view row, std::string_view column) {
    std::string name = std::string(form) + "." + std::string(row) + "." + std::string(column);
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

}  // namespace

FactColumns::FactColumns(std::span<const Edition> editions) {
    for (std::size_t i = editions.size(); i-- > 0;) {  // the newest first: its words and its order
        for (const Edition::Form& form : editions[i].forms) {
            for (const Edition::Row& row : form.rows) {
                for (const Edition::Column& column : row.columns) {
                    std::string name = name_of(form.id, row.key, column.key);
                    const auto index = static_cast<std::uint32_t>(columns_.size());
                    if (!by_name_.emplace(name, index).second) continue;
                    columns_.push_back({std::move(name), form.id, row.key, column.key,
                                        row.label + " / " + column.label,
                                        column.type == GOUJI_FIELD_TYPE_AMOUNT ? "万元" : "件"});
                }
            }
        }
    }
}

const std::uint32_t* FactColumns::find(const gouji_field& field) const {
    return find(name_of(view(field.form), view(field.row), view(field.column)));
}

const std::uint32_t* FactColumns::find(std::string_view name) const {
    const auto found = by_name_.find(std::string(name));
    return found == by_name_.end() ? nullptr : &found->second;
}

}  // namespace gouji
