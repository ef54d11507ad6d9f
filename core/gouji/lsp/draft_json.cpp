#include "gouji/lsp/draft_json.hpp"

#include "gouji/engine/process_report.hpp"
#include "gouji/json/report_json.hpp"
#include "gouji/output/format.hpp"

#include <algorithm>
#include <memory>

namespace gouji {
namespace {

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
    GOUJI_TRY(const auto draft_rules, rules.rules_for(document.path, document.name));
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

Result<std::string> sarif_json(const OpenDocument& document, RuleSource& source, Language language,
                               const std::string& now) {
    GOUJI_TRY(const auto rules, source.rules_for(document.path, document.name));
    const RunView view{rules->context, rules->inputs, rules->notices, rules->suppressions,
                       nullptr,        now,           language};
    std::string out;
    const Write write = [&](std::string_view piece) { out += piece; };
    const auto format = make_sarif_format(view);
    RunSummary summary;
    const auto is_fatal = [](const Notice& notice) { return notice.fatal(); };
    bool failed = std::ranges::any_of(view.notices, is_fatal);
    const auto deliver = [&](const ReportResult& result, const Pieces& pieces) {
        summary.tally.add(result.tally);
        failed = failed || std::ranges::any_of(result.notices, is_fatal);
        format->deliver(result, pieces, write);
    };
    format->begin(write);
    const auto read = each_report(
        document.text.text(), *rules,
        [&](const AnalyzedReport& report) {
            ReportResult result = result_of(report, 0);
            result.last = report.document.extent().end >= report.file->text().view().size();
            ++summary.reports;
            deliver(result, [&](const Write& take) { format->render(report, 0, take); });
        },
        true);
    if (!read) {
        ReportResult result;
        result.notices.push_back({Notice::Kind::unreadable, read.error(), 0, std::nullopt});
        deliver(result, [](const Write&) {});
    }
    summary.ended = now;
    summary.exit_code = failed ? 2 : summary.tally.errors > 0 ? 1 : 0;
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
