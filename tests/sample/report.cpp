#include "sample/report.hpp"

#include <cassert>

#include "sample/chance.hpp"
#include "sample/forms.hpp"
#include "sample/prose.hpp"

namespace gouji::sample {

bool is_covered_at(const Row& row, int column) {
    for (int at = 0; const Cell& cell : row) {
        if (at == column) return cell.covered;
        at += cell.columns;
    }
    return false;
}

const Counts& Report::row(const std::string& key) const {
    for (const auto& [name, counts] : requests) {
        if (name == key) return counts;
    }
    assert(!"no such row");
    return requests.front().second;
}

namespace {

Report make(std::uint32_t seed, int year, const Report* last) {
    Chance chance(seed);
    Report report;
    report.year = year != 0 ? year : 2019 + chance.below(7);
    report.edition = report.year < 2021 ? "2019" : "2021";
    const int size = chance.below(4);  // from no request at all to some hundred
    name_agency(report, chance);
    if (last != nullptr) {
        report.agency = last->agency;
        report.we = last->we;
    }
    fill_requests(report, chance, size, last != nullptr ? &last->row("carried_out") : nullptr);
    fill_disputes(report, chance, size);

    write_opening(report, chance);
    report.blocks.push_back({Kind::chapter, "二、主动公开政府信息情况", {}});
    report.blocks.push_back({Kind::table, "", disclosure_table(report, chance, last)});
    report.blocks.push_back({Kind::chapter, "三、收到和处理政府信息公开申请情况", {}});
    report.blocks.push_back({Kind::table, "", requests_table(report)});
    report.blocks.push_back({Kind::chapter, "四、政府信息公开行政复议、行政诉讼情况", {}});
    report.blocks.push_back({Kind::table, "", disputes_table(report)});
    write_closing(report, chance);
    return report;
}

}  // namespace

Report make_report(std::uint32_t seed, int year) { return make(seed, year, nullptr); }

Report make_next_report(std::uint32_t seed, const Report& last) {
    return make(seed, last.year + 1, &last);
}

}  // namespace gouji::sample
