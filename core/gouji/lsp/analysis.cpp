#include "gouji/lsp/analysis.hpp"

#include "gouji/engine/file_reports.hpp"
#include "gouji/engine/logical_location.hpp"
#include "gouji/engine/source_edits.hpp"
#include "gouji/json/report_json.hpp"
#include "gouji/output/words.hpp"
#include "gouji/semantic/identity_sides.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Makes places in the text of a File into places in the document of the editor.
class DraftPlaces {
public:
    explicit DraftPlaces(const File& file)
        : file_(&file), mark_(file.source().byte_order_mark() ? 3U : 0U) {}

    [[nodiscard]] Span operator()(Span span) const { return shifted(file_->source_span(span)); }
    [[nodiscard]] Span shifted(Span source) const {
        return {source.begin + mark_, source.end + mark_};
    }

private:
    const File* file_;
    std::uint32_t mark_;  ///< bytes of the byte order mark, which gouji does not count
};

/// The finding with its places in the document; fixes that cannot be made there are left out.
Finding placed(const Finding& finding, const File& file, const DraftPlaces& places) {
    Finding out = finding;
    out.where = places(finding.where);
    std::erase_if(out.related, [](const Finding::Related& one) { return one.previous; });
    for (Finding::Related& related : out.related) related.where = places(related.where);
    for (Finding::Fix& fix : out.fixes) {
        std::vector<Finding::Edit> edits;
        for (const Finding::Edit& edit : fix.edits) {
            auto parts = source_edits(file, edit);
            if (parts.empty()) {
                edits.clear();
                break;
            }
            for (SourceEdit& part : parts)
                edits.push_back({places.shifted(part.replaced), std::move(part.by)});
        }
        fix.edits = std::move(edits);
    }
    std::erase_if(out.fixes, [](const Finding::Fix& fix) { return fix.edits.empty(); });
    return out;
}

/// The label of the row or column that an identity is evaluated on.
std::string_view label_of(const SemanticModel& model, const gouji_identity& identity) {
    for (std::uint32_t i = 0; i < identity.left + identity.right; ++i) {
        const gouji_field& field = model.fields[model.terms[identity.first_term + i].field];
        if (view(field.row) == view(identity.along)) return view(field.row_label);
        if (view(field.column) == view(identity.along)) return view(field.column_label);
    }
    return view(identity.along);
}

FormVerdict verdict(const SemanticModel& model, const gouji_form& form, const DraftPlaces& places) {
    FormVerdict out{
        std::string(view(form.name)), places(form.span), form.state == GOUJI_FORM_FOUND, 0, {}};
    for (const gouji_identity& identity : model.identities) {
        if (view(identity.form) != view(form.id)) continue;
        const IdentitySides sides = identity_sides(model, identity);
        ++out.identities;
        if (!sides.decided || sides.hold(identity)) continue;
        const char* const relation = identity.relation == GOUJI_RELATION_AT_MOST ? " > " : " ≠ ";
        out.failing.push_back(std::string(label_of(model, identity)) + " " + sides.left.text() +
                              relation + sides.right.text());
    }
    return out;
}

ReportOutline outline(const AnalyzedReport& report, const DraftPlaces& places) {
    const SemanticModel& model = report.model;
    ReportOutline out;
    out.agency = view(model.summary.agency);
    out.year = model.summary.year;
    out.edition = view(model.summary.edition);
    out.is_report = report.is_report();
    out.title = one_line(view(model.summary.title));
    out.extent = places(report.document.extent());
    for (const gouji_chapter& chapter : model.chapters) {
        const Span heading = places(chapter.heading);
        const Span body = places(chapter.body);
        out.chapters.push_back({one_line(report.document.at(chapter.heading)),
                                heading,
                                {heading.begin, std::max(heading.end, body.end)},
                                chapter.level});
    }
    for (const gouji_form& form : model.forms) {
        if (form.state != GOUJI_FORM_MISSING) out.forms.push_back(verdict(model, form, places));
    }
    return out;
}

void add_findings(const AnalyzedReport& report, const DraftPlaces& places, Language language,
                  Analysis& out) {
    const auto rules = out.rules->context.catalogue.rules();
    for (std::size_t i = 0; i < report.diagnostics.size(); ++i) {
        const Diagnostic& diagnostic = report.diagnostics[i];
        if (!diagnostic.counts()) {
            ++out.accepted;
            continue;
        }
        const Page& page = rules[diagnostic.finding.rule].page;
        LiveFinding& live = out.findings.emplace_back();
        live.finding = placed(diagnostic.finding, *report.file, places);
        live.level = diagnostic.level;
        live.page = &page;
        live.words = format_message(words_of(page, diagnostic.finding.message, language),
                                    diagnostic.finding.arguments);
        live.place =
            logical_location(report, diagnostic.finding.where).path(pick(language, " › ", " › "));
        live.fingerprint = report.prints[i].context;
    }
    for (const RuleFailure& failure : report.failures) {
        const std::string& id = rules[failure.rule].page.id;
        out.notices.push_back(
            pick<std::string>(language, "规则 " + id + " 出错：", "rule " + id + " failed: ") +
            failure.reason.in(language));
    }
    for (const Overflow& overflow : report.overflows) {
        const std::string& id = rules[overflow.rule].page.id;
        const std::string kept = std::to_string(Collector::limit);
        out.notices.push_back(
            pick<std::string>(language, "规则 " + id + " 的结果太多，只保留前 " + kept + " 条",
                              "rule " + id + ": only the first " + kept + " findings are kept"));
    }
}

}  // namespace

Result<void> each_report(std::string_view text, const DraftRules& rules,
                         const std::function<void(const AnalyzedReport&)>& each, bool digest) {
    static const std::atomic<bool> never{false};
    LoadOptions load = rules.context.load;
    load.encoding = "UTF-8";
    load.digest = digest;
    GOUJI_TRY(const auto file, File::read(rules.inputs.front().name, std::string(text), load));
    std::uint32_t ordinal = 0;
    for (std::uint32_t at = 0; at < file->text().view().size();) {
        const Span extent = next_report(*file, at, rules.context.lexicon);
        each(analyze_report(file, extent, ordinal++, 0, rules.context, never));
        at = extent.end;
    }
    return {};
}

Analysis analyze_draft(std::string_view text, const std::shared_ptr<const DraftRules>& rules,
                       Language language) {
    Analysis out;
    out.rules = rules;
    const auto done = each_report(text, *rules, [&](const AnalyzedReport& report) {
        const DraftPlaces places(*report.file);
        out.reports.push_back(outline(report, places));
        add_findings(report, places, language, out);
    });
    // A draft that nobody has begun to write is nothing to complain of.
    if (!done && !text.empty()) out.unreadable = done.error();
    return out;
}

}  // namespace gouji
