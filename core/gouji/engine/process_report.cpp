#include "gouji/engine/process_report.hpp"

#include <algorithm>

namespace gouji {
namespace {

void add_notices(const AnalyzedReport& analyzed, std::uint32_t file, std::vector<Notice>& out) {
    if (!analyzed.is_report()) {
        out.push_back(
            {Notice::Kind::no_report,
             {"看不出是政府信息公开工作年度报告，未作检查；确是年报请加 --assume-report",
              "does not look like an annual report on open government information and was not "
              "checked; use --assume-report if it is one"},
             file,
             std::nullopt});
    }
    if (analyzed.unpaired)
        out.push_back({Notice::Kind::unpaired, *analyzed.unpaired, file, std::nullopt});
    if (analyzed.file->converted()) {
        out.push_back({Notice::Kind::converted,
                       {"不是 .docx，检查的是转换得到的 .docx，结果中的位置以转换后的文件为准",
                        "not a .docx; what was checked is the .docx that a converter made of it, "
                        "and places are in the converted file"},
                       file,
                       std::nullopt});
    }
    for (const RuleFailure& failure : analyzed.failures) {
        out.push_back({Notice::Kind::rule_failed, failure.reason, file, failure.rule});
    }
    for (const Overflow& overflow : analyzed.overflows) {
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

void count(const Diagnostic& diagnostic, std::vector<ReportResult::Count>& out) {
    const auto found = std::find_if(out.begin(), out.end(), [&](const auto& count) {
        return count.rule == diagnostic.finding.rule && count.level == diagnostic.level;
    });
    if (found != out.end()) {
        ++found->findings;
    } else {
        out.push_back({diagnostic.finding.rule, diagnostic.level, 1});
    }
}

}  // namespace

ReportResult result_of(const AnalyzedReport& analyzed, std::uint32_t file) {
    ReportResult out;
    out.file = file;
    out.ordinal = analyzed.ordinal;
    out.source = ReportResult::Source{analyzed.file->kind(), analyzed.file->source().encoding(),
                                      analyzed.file->bytes(), analyzed.file->digest()};
    for (const Diagnostic& diagnostic : analyzed.diagnostics) {
        out.most_related =
            std::max<std::uint64_t>(out.most_related, diagnostic.finding.related.size());
        if (diagnostic.counts()) {
            out.tally.add(diagnostic.level);
            count(diagnostic, out.counts);
        } else if (diagnostic.suppression != UINT32_MAX) {
            ++out.tally.accepted;
            out.used.push_back(diagnostic.suppression);
        } else {
            ++out.tally.known;
        }
    }
    out.tally.outside = analyzed.outside;
    out.met = analyzed.met;
    out.agency = view(analyzed.model.summary.agency);
    out.year = analyzed.model.summary.year;
    add_notices(analyzed, file, out.notices);
    return out;
}

ReportResult process_report(WorkItem& unit, const RunContext& setup, const std::atomic<bool>& stop,
                            const Render& render, Turn turn) {
    if (unit.problem) {
        if (turn.order != nullptr) turn.order->pass(turn.sequence);
        ReportResult out;
        out.file = unit.input;
        out.ordinal = unit.ordinal;
        out.notices.push_back({unit.skipped ? Notice::Kind::skipped : Notice::Kind::unreadable,
                               std::move(*unit.problem), unit.input, std::nullopt});
        return out;
    }
    auto analyzed = std::make_shared<const AnalyzedReport>(analyze_report(
        std::move(unit.file), unit.extent, unit.ordinal, unit.input, setup, stop, turn));
    ReportResult out = result_of(*analyzed, unit.input);
    constexpr std::size_t many = 256;
    if (analyzed->diagnostics.size() > many) {
        out.analyzed = std::move(analyzed);
    } else {
        out.rendered = render(*analyzed, unit.input);
    }
    return out;
}

}  // namespace gouji
