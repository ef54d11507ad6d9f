#pragma once

#include "gouji/corpus/facts_table.hpp"

#include <memory>
#include <string>

namespace gouji {

/// A workbook: the first sheet has a row a report, the second says what the columns are. At most
/// 1,048,575 reports fit, which is the format's own limit.
Result<std::unique_ptr<FactsTable>> open_xlsx_table(const std::string& path,
                                                    const FactColumns& columns);

}  // namespace gouji
