#pragma once

#include "gouji/semantic/form_table.hpp"

#include <cstdint>
#include <vector>

namespace gouji {

/// One name of an edition's form, and the cell that says it.
struct Match {
    const FormCell* cell = nullptr;  ///< null: missing
    std::size_t row = SIZE_MAX;      ///< index into FormTables::rows()
    std::uint32_t match = GOUJI_LABEL_MISSING;
    std::uint32_t distance = 0;
};

/// A cell that names no row of the edition although it stands like a row's name.
struct Extra {
    const FormCell* cell = nullptr;
    std::size_t row = SIZE_MAX;
};

/// An edition's form laid over the rows of the tables that carry it.
struct FormMatch {
    const Edition::Form* form = nullptr;
    std::uint32_t edition = 0;  ///< index
    std::vector<Match> rows;    ///< beside form->rows
    std::vector<Match> groups;  ///< beside form->groups
    struct Header {
        std::uint16_t row;  ///< the first row it is the header of
        std::uint16_t column;
        Match match;
    };
    std::vector<Header> headers;
    std::vector<Extra> extras;
    std::vector<std::size_t> table_rows;  ///< all rows of the form, into FormTables::rows()

    [[nodiscard]] std::uint32_t found() const;
};

/// `form` indexes FormTables::ids(). `near`: names that are misspelt are sought too.
[[nodiscard]] FormMatch match_form(const FormTables& tables, std::uint32_t form,
                                   std::uint32_t edition, bool near);

}  // namespace gouji
