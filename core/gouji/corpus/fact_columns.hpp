#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gouji {

/// One field of a form as a column of the table of facts.
struct FactColumn {
    std::string name;  ///< form, row and column joined by “_”: “requests_denied_secret_total”
    std::string form;
    std::string row;
    std::string column;
    std::string
        label;  ///< “本年新收政府信息公开申请数量 / 自然人”, of the newest edition that has it
    std::string unit;  ///< “件” for counts, “万元” for amounts
};

/// The fields of all editions as columns, in the order of the forms; a field that several editions
/// have is one column. The editions decide everything: a new one adds its columns.
class FactColumns {
public:
    explicit FactColumns(std::span<const Edition> editions);

    [[nodiscard]] std::span<const FactColumn> all() const { return columns_; }
    /// The index of a field's column; nothing for a field of no edition.
    [[nodiscard]] const std::uint32_t* find(const gouji_field& field) const;
    [[nodiscard]] const std::uint32_t* find(std::string_view name) const;

private:
    std::vector<FactColumn> columns_;
    std::unordered_map<std::string, std::uint32_t> by_name_;
};

}  // namespace gouji
