#include "gouji/pack/field_path.hpp"

#include <algorithm>

namespace gouji {

std::optional<FieldPath> FieldPath::parse(std::string_view path) {
    const std::size_t first = path.find('.');
    const std::size_t last = path.rfind('.');
    if (first == std::string_view::npos || first == last || last + 1 == path.size())
        return std::nullopt;
    FieldPath out{std::string(path.substr(0, first)),
                  std::string(path.substr(first + 1, last - first - 1)),
                  std::string(path.substr(last + 1))};
    if (out.row.ends_with(".*")) out.row.resize(out.row.size() - 2);
    return out;
}

FieldPath FieldPath::read(TomlReader& in, std::string_view key) {
    const std::string text = in.text(key);
    auto path = parse(text);
    if (!path && !text.empty()) {
        in.wrong(
            key,
            "“" + text +
                "”不是表格里的格，写作 表.行.列，例如 requests.new.total（键名见 gouji model）",
            "'" + text +
                "' is no field; write form.row.column, like requests.new.total (keys: see gouji "
                "model)");
    }
    return path.value_or(FieldPath{});
}

void FieldPath::expect_in(std::span<const Edition> editions, TomlReader& in,
                          std::string_view key) const {
    if (editions.empty()) return;
    for (const Edition& edition : editions) {
        for (const Edition::Form& each : edition.forms) {
            for (const Edition::Row& line : each.rows) {
                for (const Edition::Column& cell : line.columns) {
                    if (stands_for(each.id, line.key, cell.key)) return;
                }
            }
        }
    }
    const std::string wanted = form + "." + row + "." + column;
    const std::vector<std::string> known = fields_of(editions);
    const Localized near =
        did_you_mean(wanted, known, {"，键名见 gouji model", "; gouji model shows the keys"});
    in.wrong_part(key, wanted, "表格里没有“" + wanted + "”" + near.zh,
                  "the form has no '" + wanted + "'" + near.en);
}

const gouji_field* FieldPath::in(const SemanticModel& model) const {
    for (const gouji_field& field : model.fields) {
        if (view(field.row) == row && view(field.column) == column && view(field.form) == form)
            return &field;
    }
    return nullptr;
}

bool FieldPath::stands_for(std::string_view in_form, std::string_view in_row,
                           std::string_view in_column) const {
    if (in_form != form) return false;
    if (column == "*" ? in_column == "total" : in_column != column) return false;
    return in_row == row || (in_row.starts_with(row) && in_row[row.size()] == '.');
}

std::vector<const gouji_field*> FieldPath::all_in(const SemanticModel& model) const {
    std::vector<const gouji_field*> out;
    for (const gouji_field& field : model.fields) {
        if (stands_for(view(field.form), view(field.row), view(field.column)))
            out.push_back(&field);
    }
    return out;
}

std::vector<std::string> fields_of(std::span<const Edition> editions) {
    std::vector<std::string> out;
    for (const Edition& edition : editions) {
        for (const Edition::Form& form : edition.forms) {
            for (const Edition::Row& row : form.rows) {
                for (const Edition::Column& column : row.columns)
                    out.push_back(form.id + "." + row.key + "." + column.key);
            }
        }
    }
    return out;
}

}  // namespace gouji
