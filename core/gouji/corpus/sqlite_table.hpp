#pragma once

#include "gouji/corpus/facts_table.hpp"

#include <memory>
#include <string>

namespace gouji {

/// An SQLite database: `reports` has a row a report and a column a fact, `places` the line of each
/// cell, `columns` what the columns are, `about` the version of the table.
Result<std::unique_ptr<FactsTable>> open_sqlite_table(const std::string& path,
                                                      const FactColumns& columns);

}  // namespace gouji
