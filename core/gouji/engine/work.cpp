#include "gouji/engine/work.hpp"

namespace gouji {
namespace {

void add_notices(const Examined& examined, std::uint32_t file, std::vector<Notice>& out) {
    if (!examined.is_report()) {
        out.push_back(
            {Notice::Kind::no_report,
             {"看不出是政府信息公开工作年度报告，未作检查；确是年报请加 --assume-report",
              "does not look like an annual report on open government information and was not "
              "checked; use --assume-report if it is one"},
             file,
             std::nullopt});
    }
    for (const RuleFailure& failure : examined.failures) {
        out.push_back({Notice::Kind::rule_failed, failure.reason, file, failure.rule});
    }
    for (const Overflow& overflow : examined.overflows) {
        const std::string reported = std::to_string(overflow.reported);
        const std::string kept = std::to_string(Collector::limit);
        out.push_back(
            {Notice::Kind::rule_overflow,
             {"报告了至少 " + reported + " 条，只保留前 " + kept + " 条",
              "reported at least " + reported + " findings; the first " + kept + " are kept"},
             file,
             overflow.rule});
    }
}

}  // namespace

Delivery work_out(Unit& unit, const Setup& setup, const std::atomic<bool>& stop,
                  const Render& render, Watch* watch) {
    Delivery out;
    out.file = unit.input;
    out.ordinal = unit.ordinal;
    if (unit.problem) {
        out.notices.push_back(
            {Notice::Kind::unreadable, std::move(*unit.problem), unit.input, std::nullopt});
        return out;
    }
    out.source =
        Delivery::Source{unit.file->text().encoding(), unit.file->bytes(), unit.file->digest()};
    auto examined = std::make_shared<const Examined>(
        examine(std::move(unit.file), unit.extent, unit.ordinal, unit.input, setup, stop, watch));
    for (const Verdict& verdict : examined->verdicts) {
        if (verdict.counts()) {
            out.tally.add(verdict.level);
        } else if (verdict.suppression != UINT32_MAX) {
            ++out.tally.accepted;
            out.used.push_back(verdict.suppression);
        } else {
            ++out.tally.known;
        }
    }
    out.met = examined->met;
    out.unit = view(examined->facts.facts.agency);
    add_notices(*examined, unit.input, out.notices);
    constexpr std::size_t many = 256;
    if (examined->verdicts.size() > many) {
        out.examined = std::move(examined);
    } else {
        out.rendered = render(*examined, unit.input);
    }
    return out;
}

}  // namespace gouji
