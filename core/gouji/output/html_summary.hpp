#pragma once

#include "gouji/output/html_report.hpp"

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

    void add(HtmlDigest digest, std::uint32_t file);
    void add(const Notice& notice) { notices_.push_back(notice); }

    [[nodiscard]] std::string write(const RunSummary& summary) const;

private:
    struct Row {
        HtmlDigest digest;
        std::uint32_t file;
    };
    /// A rule that found something, at its most severe.
    struct Column {
        std::uint32_t rule;
        Level level;
        std::uint64_t findings;
    };

    [[nodiscard]] Language language() const { return run_->language; }
    [[nodiscard]] const Page& page(std::uint32_t rule) const {
        return run_->setup.catalogue.rules()[rule].page;
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
