#pragma once

#include "gouji/base/result.hpp"
#include "gouji/corpus/report_facts.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A table of facts that is being written: one row after the other, in constant memory.
class FactsTable {
public:
    virtual ~FactsTable() = default;
    virtual Result<void> add(const ReportFacts& facts) = 0;
    /// The table is complete only after this.
    virtual Result<void> end() = 0;
};

/// The formats by the endings of their files: “ndjson”, “csv”, “sqlite”, “xlsx”.
[[nodiscard]] const std::vector<std::string>& facts_formats();

/// Begins a table in a file, which is overwritten. The columns outlive the table. The tables of
/// “sqlite” and “xlsx” are loaded from tables.so in the folder `libraries`.
Result<std::unique_ptr<FactsTable>> open_facts_table(std::string_view format,
                                                     const std::string& path,
                                                     const FactColumns& columns,
                                                     const std::filesystem::path& libraries);

}  // namespace gouji
