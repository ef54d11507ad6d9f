#pragma once

#include "gouji/output/format.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What stands around the reports of a page: counts of every report by rule, the switches of the
/// filter, what the rules say, and what could not be checked. Grows with reports and rules, not
/// with findings.
class HtmlSummary {
public:
    explicit HtmlSummary(const RunView& run) : run_(&run) {}

    /// A report that has a section of the page.
    void add(const ReportResult& report);
    void add(const Notice& notice) { notices_.push_back(notice); }

    [[nodiscard]] std::string write(const RunSummary& summary) const;

private:
    struct Row {
        std::uint32_t file = 0;
        std::uint32_t ordinal = 0;
        std::string agency;
        std::int32_t year = 0;
        std::vector<ReportResult::Count> counts;
    };
    /// A rule that found something, at its most severe.
    struct Column {
        std::uint32_t rule;
        Level level;
        std::uint64_t findings;
    };

    [[nodiscard]] Language language() const { return run_->language; }
    [[nodiscard]] const Page& page(std::uint32_t rule) const {
        return run_->context.catalogue.rules()[rule].page;
    }
    [[nodiscard]] std::vector<Column> columns() const;
    void write_filter(std::string& out, const std::vector<Column>& columns,
                      const Tally& tally) const;
    void write_table(std::string& out, const std::vector<Column>& columns) const;
    void write_row(std::string& out, const Row& row, const std::vector<Column>& columns) const;
    void write_rules(std::string& out, const std::vector<Column>& columns) const;
    void write_notices(std::string& out) const;

    const RunView* run_;
    std::vector<Row> rows_;
    std::vector<Notice> notices_;
};

}  // namespace gouji
