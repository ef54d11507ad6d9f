#include "gouji/lsp/draft_json.hpp"

#include "gouji/json/report_json.hpp"
#include "gouji/output/format.hpp"

#include <algorithm>
#include <memory>

namespace gouji {
namespace {

Failure without_rules() {
    return fail("gouji.toml 有错，这份文稿没有检查",
                "gouji.toml cannot be read, so nothing was checked");
}

/// A report as the formats of a run take it.
ReportResult result_of(const AnalyzedReport& report) {
    ReportResult out;
    out.ordinal = report.ordinal;
    out.last = report.document.extent().end >= report.file->text().view().size();
    out.source = ReportResult::Source{report.file->kind(), report.file->source().encoding(),
                                      report.file->bytes(), report.file->digest()};
    out.agency = view(report.model.summary.agency);
    out.year = report.model.summary.year;
    for (const Diagnostic& diagnostic : report.diagnostics) {
        if (diagnostic.counts()) {
            out.tally.add(diagnostic.level);
        } else {
            ++out.tally.accepted;
        }
        out.most_related =
            std::max<std::uint64_t>(out.most_related, diagnostic.finding.related.size());
    }
    for (const RuleFailure& failure : report.failures)
        out.notices.push_back({Notice::Kind::rule_failed, failure.reason, 0, failure.rule});
    if (!report.is_report()) {
        out.notices.push_back({Notice::Kind::no_report,
                               {"看不出是政府信息公开工作年度报告，未作检查",
                                "does not look like an annual report and was not checked"},
                               0,
                               std::nullopt});
    }
    return out;
}

int count(const OpenDocument& document, Level level) {
    return static_cast<int>(std::ranges::count_if(document.shown, [&](std::uint32_t i) {
        return document.analysis.findings[i].level == level;
    }));
}

const char* name_of(Trust trust) {
    switch (trust) {
        case Trust::nothing:
            return "nothing";
        case Trust::data:
            return "data";
        case Trust::everything:
            break;
    }
    return "everything";
}

}  // namespace

Result<std::string> form_json(const OpenDocument& document, RuleSource& rules) {
    const auto draft_rules = rules.rules_for(document.path, document.name);
    if (!draft_rules) return without_rules();
    std::string out = "{\"version\":" + written(document.version) + ",\"reports\":[";
    bool first = true;
    GOUJI_TRY_VOID(
        each_report(document.text.text(), *draft_rules, [&](const AnalyzedReport& report) {
            if (!first) out += ",";
            first = false;
            out += report_json(report.document, report.model, report.file->lines(),
                               rules.editions(), JsonFor::user);
        }));
    return out + "]}";
}

Result<std::string> sarif_json(const OpenDocument& document, Language language,
                               const std::string& now) {
    const auto& rules = document.analysis.rules;
    if (!rules) return without_rules();
    const RunView view{rules->context, rules->inputs, rules->notices, rules->suppressions,
                       nullptr,        now,           language};
    std::string out;
    const Write write = [&](std::string_view piece) { out += piece; };
    const auto format = make_sarif_format(view);
    RunSummary summary;
    format->begin(write);
    GOUJI_TRY_VOID(each_report(
        document.text.text(), *rules,
        [&](const AnalyzedReport& report) {
            ReportResult result = result_of(report);
            summary.tally.add(result.tally);
            ++summary.reports;
            const Pieces pieces = [&](const Write& take) { format->render(report, 0, take); };
            format->deliver(result, pieces, write);
        },
        true));
    summary.ended = now;
    summary.exit_code = summary.tally.errors > 0 ? 1 : 0;
    format->end(summary, write);
    if (const auto failure = format->failure()) return Failure(*failure);
    return out;
}

JsonValue status_json(const OpenDocument& document, const Client& client, const RuleSource& rules) {
    const Analysis& analysis = document.analysis;
    JsonValue reports = JsonValue::array();
    for (const ReportOutline& report : analysis.reports) {
        reports.push_back({{"agency", report.agency},
                           {"year", report.year},
                           {"edition", report.edition},
                           {"isReport", report.is_report}});
    }
    JsonValue notices = JsonValue::array();
    for (const std::string& notice : analysis.notices) notices.push_back(notice);
    if (analysis.unreadable) notices.push_back(analysis.unreadable->in(client.language));
    std::size_t running = 0;
    if (analysis.rules) {
        for (const Notice& notice : analysis.rules->notices)
            notices.push_back(notice.what.in(client.language));
        const RunContext& context = analysis.rules->context;
        const auto all = context.catalogue.rules();
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            if (context.resolved_configs.front().profile[i].on) ++running;
        }
    }
    JsonValue errors = JsonValue::array();
    for (const FileError& error : rules.errors())
        errors.push_back({{"file", error.file}, {"message", error.error.in(client.language)}});
    return {
        {"uri", document.uri},
        {"version", document.version},
        {"checked", analysis.rules != nullptr && !analysis.unreadable},
        {"configuration", analysis.rules ? JsonValue(analysis.rules->configuration) : JsonValue()},
        {"trust", name_of(client.trust)},
        {"rules", running},
        {"reports", std::move(reports)},
        {"errors", count(document, Level::error)},
        {"warnings", count(document, Level::warning)},
        {"notes", count(document, Level::note)},
        {"accepted", analysis.accepted},
        {"waiting", analysis.findings.size() - document.shown.size()},
        {"notices", std::move(notices)},
        {"fileErrors", std::move(errors)}};
}

}  // namespace gouji
