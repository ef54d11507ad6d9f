#pragma once

#include "gouji/corpus/facts_table.hpp"

#include <memory>
#include <string>

namespace gouji {

/// An SQLite database: `reports` has a row a report and a column a fact, `places` the line of each
/// cell, `columns` what the columns are, `about` the version of the table.
Result<std::unique_ptr<FactsTable>> open_sqlite_table(const std::string& path,
                                                      const FactColumns& columns);

/// A workbook: the first sheet has a row a report, the second says what the columns are. At most
/// 1,048,575 reports fit, which is the format's own limit.
Result<std::unique_ptr<FactsTable>> open_xlsx_table(const std::string& path,
                                                    const FactColumns& columns);

/// What the shared library of these tables exports as `gouji_tables`.
struct LibraryTables {
    decltype(&open_sqlite_table) open_sqlite;
    decltype(&open_xlsx_table) open_xlsx;
};

}  // namespace gouji
