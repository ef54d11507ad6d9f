#pragma once

#include "gouji/document/document.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/scan/cell_figure.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gouji {

/// A cell with what its words are to the forms.
struct FormCell {
    const gouji_cell* cell = nullptr;
    CellKind kind = CellKind::empty;
    CellFigure figure;
    std::span<const Entry> entries;   ///< for CellKind::label
    std::uint32_t mark = GOUJI_NONE;  ///< the edition whose mark its words are
};

/// A row of a table, and the form it belongs to.
struct FormRow {
    std::span<const FormCell> cells;
    gouji_node table = GOUJI_NONE;
    std::uint32_t form = GOUJI_NONE;  ///< index into FormTables::ids

    [[nodiscard]] Span span() const;
    /// Index of the first cell that holds a value or was left blank; cells.size() without.
    [[nodiscard]] std::size_t first_value() const;
};

/// The rows of all tables that carry forms, each assigned to one of the forms.
class FormTables {
public:
    FormTables(const Document& document, const Lexicon& lexicon);
    FormTables(const FormTables&) = delete;
    FormTables& operator=(const FormTables&) = delete;

    /// Ids of all forms of all editions, in the newest edition's order.
    [[nodiscard]] const std::vector<std::string_view>& ids() const { return ids_; }
    [[nodiscard]] const std::vector<FormRow>& rows() const { return rows_; }
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
    /// Index into ids() of an entry's form.
    [[nodiscard]] std::uint32_t form_of(const Entry& entry) const;

private:
    void assign(std::size_t first, std::size_t end);

    const Lexicon* lexicon_;
    std::vector<std::string_view> ids_;
    std::vector<std::vector<std::uint32_t>> form_index_;  ///< [edition][form] into ids_
    std::vector<FormCell> cells_;
    std::vector<FormRow> rows_;
};

}  // namespace gouji
