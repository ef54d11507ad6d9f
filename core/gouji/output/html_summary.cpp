#include "gouji/output/html_summary.hpp"

#include "gouji/output/flat.hpp"
#include "gouji/output/html_report.hpp"
#include "gouji/output/html_text.hpp"
#include "gouji/output/words.hpp"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

constexpr Level levels[] = {Level::error, Level::warning, Level::note};

std::string number(std::uint64_t n) { return std::to_string(n); }

/// How dark a cell of the table is, from 1 to 5.
int heat(std::uint64_t findings) {
    int out = 1;
    for (std::uint64_t step = 2; findings >= step && out < 5; step *= 2) ++out;
    return out;
}

}  // namespace

void HtmlSummary::add(const ReportResult& report) {
    rows_.push_back({report.file, report.ordinal, report.agency, report.year, report.counts});
}

std::vector<HtmlSummary::Column> HtmlSummary::columns() const {
    std::map<std::uint32_t, Column> found;
    for (const Row& row : rows_) {
        for (const ReportResult::Count& count : row.counts) {
            Column& column =
                found.try_emplace(count.rule, Column{count.rule, count.level, 0}).first->second;
            column.level = std::max(column.level, count.level);
            column.findings += count.findings;
        }
    }
    std::vector<Column> out;
    for (const auto& [rule, column] : found) out.push_back(column);
    std::stable_sort(out.begin(), out.end(),
                     [](const Column& a, const Column& b) { return a.level > b.level; });
    return out;
}

std::string HtmlSummary::write(const RunSummary& summary) const {
    const std::vector<Column> all = columns();
    std::string out = "<section id=\"summary\">\n<p class=\"total\">";
    if (language() == Language::en) {
        out += number(summary.reports) + (summary.reports == 1 ? " report" : " reports") +
               " checked, " + number(summary.tally.total()) + " found";
    } else {
        out += "检查了 " + number(summary.reports) + " 份年报，发现 " +
               number(summary.tally.total()) + " 处";
    }
    if (summary.interrupted)
        out += pick(language(), "<strong>（中途停止，结果不完整）</strong>",
                    " <strong>(interrupted, incomplete)</strong>");
    out += "</p>\n";
    write_notices(out);
    if (rows_.size() > 1) write_table(out, all);
    out += "</section>\n";
    write_filter(out, all, summary.tally);
    write_rules(out, all);
    return out;
}

void HtmlSummary::write_filter(std::string& out, const std::vector<Column>& columns,
                               const Tally& tally) const {
    out += std::string("<form id=\"filter\" hidden aria-label=\"") +
           (pick(language(), "显示哪些", "What is shown")) + "\">\n";
    const std::uint64_t counts[] = {tally.errors, tally.warnings, tally.notes};
    for (std::size_t i = 0; i < 3; ++i) {
        const char* name = html_class(levels[i]);
        out += std::string("<label class=\"") + name +
               "\"><input type=\"checkbox\" checked data-level=\"" + name + "\"> " +
               std::string(level_word(levels[i], language())) + " <span>" + number(counts[i]) +
               "</span></label>\n";
    }
    if (const std::uint64_t past = tally.accepted + tally.known; past > 0) {
        out += std::string("<label class=\"past\"><input type=\"checkbox\" data-level=\"past\"> ") +
               (pick(language(), "已登记或基线中已有", "accepted or known")) + " <span>" +
               number(past) + "</span></label>\n";
    }
    if (!columns.empty()) {
        out += std::string("<details><summary>") + (pick(language(), "规则", "Rules")) +
               " <span id=\"rules-shown\"></span></summary><div>\n<p><button type=\"button\" "
               "data-all=\"1\">" +
               (pick(language(), "全选", "All")) +
               "</button> <button type=\"button\" data-all=\"\">" +
               (pick(language(), "全不选", "None")) + "</button></p>\n";
        for (const Column& column : columns) {
            const Page& rule = page(column.rule);
            out += "<label><input type=\"checkbox\" checked data-rule=\"" + html(rule.id) + "\"> " +
                   html(rule.name.in(language())) + " <code>" + html(rule.id) + "</code> <span>" +
                   number(column.findings) + "</span></label>\n";
        }
        out += "</div></details>\n";
    }
    out += "</form>\n";
}

void HtmlSummary::write_table(std::string& out, const std::vector<Column>& columns) const {
    const auto head = [&](std::string_view words, std::string_view title, const char* name) {
        out += std::string("<th scope=\"col\" class=\"") + name +
               "\"><button type=\"button\" title=\"" + html(title) + "\"><span>" + html(words) +
               "</span></button></th>";
    };
    out += std::string("<div class=\"heat\" tabindex=\"0\" role=\"region\" aria-label=\"") +
           (pick(language(), "各单位各规则", "Reports by rule")) + "\"><table>\n<thead><tr>";
    head(pick(language(), "单位", "Report"), pick(language(), "排序", "Sort"), "unit");
    head(pick(language(), "合计", "All"), pick(language(), "排序", "Sort"), "sum");
    for (const Level level : levels)
        head(level_word(level, language()), level_word(level, language()), "sum");
    for (const Column& column : columns) {
        const Page& rule = page(column.rule);
        head(rule.name.in(language()), rule.id + "\n" + rule.summary.in(language()), "rule");
    }
    out += "</tr></thead>\n<tbody>\n";
    for (const Row& row : rows_) write_row(out, row, columns);
    out += "</tbody></table></div>\n";
}

void HtmlSummary::write_row(std::string& out, const Row& row,
                            const std::vector<Column>& columns) const {
    const std::string file = result_path(run_->inputs[row.file].name);
    out += "<tr><th scope=\"row\"><a href=\"#" + html_section(row.file, row.ordinal) + "\">" +
           html(row.agency.empty() ? file : row.agency) + "</a>";
    if (row.year > 0) out += " " + std::to_string(row.year);
    out += "<small>" + html(file) + "</small></th>";
    Tally tally;
    struct Cell {
        Level level = Level::off;
        std::uint64_t findings = 0;
    };
    std::map<std::uint32_t, Cell> cells;
    for (const ReportResult::Count& count : row.counts) {
        Cell& cell = cells[count.rule];
        cell.level = std::max(cell.level, count.level);
        cell.findings += count.findings;
        (count.level == Level::error     ? tally.errors
         : count.level == Level::warning ? tally.warnings
                                         : tally.notes) += count.findings;
    }
    for (const std::uint64_t sum : {tally.total(), tally.errors, tally.warnings, tally.notes}) {
        out += "<td class=\"sum\">" + (sum > 0 ? number(sum) : std::string()) + "</td>";
    }
    for (const Column& column : columns) {
        const auto found = cells.find(column.rule);
        if (found == cells.end()) {
            out += "<td></td>";
            continue;
        }
        const Cell& cell = found->second;
        out += std::string("<td class=\"") + html_class(cell.level) + " h" +
               std::to_string(heat(cell.findings)) + "\">" + number(cell.findings) + "</td>";
    }
    out += "</tr>\n";
}

void HtmlSummary::write_rules(std::string& out, const std::vector<Column>& columns) const {
    if (columns.empty()) return;
    out += std::string("<section id=\"rules\"><h2>") +
           (pick(language(), "规则说明", "What the rules say")) + "</h2>\n<dl>\n";
    for (const Column& column : columns) {
        const Page& rule = page(column.rule);
        out += "<div id=\"rule-" + html(rule.id) + "\"><dt class=\"" + html_class(column.level) +
               "\">" + html(rule.name.in(language())) + " <code>" + html(rule.id) +
               "</code></dt><dd>" + html(rule.summary.in(language()));
        if (const std::string what_to_do = advice(rule, language()); !what_to_do.empty())
            out += "<p>" + html(what_to_do) + "</p>";
        out += "</dd></div>\n";
    }
    out += "</dl></section>\n";
}

void HtmlSummary::write_notices(std::string& out) const {
    if (notices_.empty()) return;
    out += "<ul class=\"notices\">\n";
    for (const Notice& notice : notices_) {
        out += std::string("<li") + (notice.fatal() ? " class=\"error\"" : "") + ">";
        if (notice.file)
            out += "<span class=\"file\">" + html(result_path(run_->inputs[*notice.file].name)) +
                   "</span> ";
        if (notice.rule) out += "<code>" + html(page(*notice.rule).id) + "</code> ";
        out += html(notice.what.in(language())) + "</li>\n";
    }
    out += "</ul>\n";
}

}  // namespace gouji
