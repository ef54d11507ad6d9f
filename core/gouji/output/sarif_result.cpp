#include "gouji/output/sarif_result.hpp"

#include "gouji/engine/fingerprint.hpp"
#include "gouji/engine/logical_location.hpp"
#include "gouji/engine/source_edits.hpp"
#include "gouji/output/checkout.hpp"
#include "gouji/output/sarif_rules.hpp"
#include "gouji/output/uri.hpp"
#include "gouji/output/words.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// A stretch of the source that holds `where` and more: its lines, or, where those are long, some
/// words around.
Span context(const File& file, Span where) {
    constexpr std::uint32_t reach = 300;
    const LineIndex& lines = file.source_lines();
    const std::string_view text = file.source().view();
    const std::uint32_t first = lines.position(where.begin).line;
    const std::uint32_t last = lines.position(where.end).line;
    Span out{lines.span(first).begin, std::max(lines.span(last).end, where.end)};
    if (same(out, where) && first > 1) out.begin = lines.span(first - 1).begin;
    if (same(out, where) && last < lines.lines()) out.end = lines.span(last + 1).end;
    const auto boundary = [&](std::uint32_t at) {
        return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    };
    if (where.begin - out.begin > reach) {
        out.begin = where.begin - reach;
        while (!boundary(out.begin)) ++out.begin;
    }
    if (out.end - where.end > reach) {
        out.end = where.end + reach;
        while (!boundary(out.end)) --out.end;
    }
    return out;
}

class Results {
public:
    Results(const AnalyzedReport& analyzed, const RunView& run, SarifPlace place)
        : analyzed_(&analyzed), run_(&run), catalogue_(&run.context.catalogue), place_(place) {}

    void write(const Write& write) {
        for (std::size_t i = 0; i < analyzed_->diagnostics.size(); ++i) {
            std::string out = ",\n";
            Json json(out);
            write_result(json, *analyzed_, analyzed_->diagnostics[i], analyzed_->prints[i], place_);
            write(out);
        }
    }

private:
    static void write_region(Json& json, const char* key, const File& file, Span where,
                             bool with_text) {
        const Position from = file.source_lines().position(where.begin);
        const Position to = file.source_lines().position(where.end);
        json.key(key).begin_object();
        json.member("startLine", from.line).member("startColumn", from.column);
        json.member("endLine", to.line).member("endColumn", to.column);
        if (with_text) {
            json.key("snippet").begin_object().member("text", file.source().at(where)).end_object();
        }
        json.end_object();
    }

    static void write_physical_location(Json& json, const File& file, Span where,
                                        SarifPlace place) {
        where = file.source_span(where);
        json.key("physicalLocation").begin_object();
        write_artifact_location(json, place);
        constexpr std::uint32_t largest = 4096;  // a whole table needs no second copy
        const bool with_text = size(where) <= largest;
        write_region(json, "region", file, where, with_text);
        if (const Span around = context(file, where); with_text && !same(around, where)) {
            write_region(json, "contextRegion", file, around, true);
        }
        json.end_object();
    }

    static void write_logical_locations(Json& json, const LogicalLocation& at) {
        if (at.chapter.empty() && at.form.empty()) return;
        json.key("logicalLocations").begin_array();
        std::string full;
        const auto write = [&](std::string_view name, const char* kind) {
            if (name.empty()) return;
            full.append(full.empty() ? "" : "/").append(name);
            json.begin_object().member("name", name).member("fullyQualifiedName", full);
            json.member("kind", kind).end_object();
        };
        write(at.chapter, "chapter");
        write(at.part, "section");
        write(at.form, "table");
        write(at.row, "row");
        write(at.column, "column");
        json.end_array();
    }

    void write_message(Json& json, const Page& page, std::string_view id,
                       const Finding::Arguments& arguments) const {
        const std::string& words = words_of(page, id, run_->language);
        json.key("message").begin_object().member("text", format_message(words, arguments));
        if (const Numbered form = numbered(words); !form.names.empty()) {
            json.member("id", id).key("arguments").begin_array();
            for (const std::string& name : form.names)
                json.value(format_message("{" + name + "}", arguments));
            json.end_array();
        }
        json.end_object();
    }

    void write_result(Json& json, const AnalyzedReport& analyzed, const Diagnostic& diagnostic,
                      const Fingerprint& print, SarifPlace place) const {
        const Finding& finding = diagnostic.finding;
        const Page& page = catalogue_->rules()[finding.rule].page;
        json.begin_object().member("ruleId", page.id);
        json.member("ruleIndex", finding.rule);
        json.member("kind", "fail").member("level", level_name(diagnostic.level));
        write_message(json, page, finding.message, finding.arguments);
        json.key("locations").begin_array().begin_object();
        write_physical_location(json, *analyzed.file, finding.where, place);
        write_logical_locations(json, logical_location(analyzed, finding.where));
        json.end_object().end_array();
        if (!finding.related.empty()) write_related(json, analyzed, finding, page, place);
        json.key("partialFingerprints").begin_object();
        json.member("primaryLocationLineHash", print.context);
        json.member("goujiContext/v1", print.context).member("goujiDetail/v1", print.detail);
        json.member("goujiLikeness/v1", print.similarity_key.text());
        json.end_object();
        write_past(json, diagnostic);
        write_fixes(json, analyzed, finding, page, place);
        json.member("rank", finding.rank ? static_cast<int>(*finding.rank) : rank(page));
        write_properties(json, *analyzed.file, finding);
        json.end_object();
    }

    static void write_properties(Json& json, const File& file, const Finding& finding) {
        const Piece* const piece =
            file.kind() == ContainerKind::docx ? file.map().at(finding.where.begin) : nullptr;
        const bool left_out = finding.related.size() > sarif_related;
        if (!left_out && piece == nullptr) return;
        json.key("properties").begin_object();
        if (left_out) json.member(sarif_related_left_out, finding.related.size() - sarif_related);
        if (piece != nullptr && piece->part < file.parts().size()) {
            json.key("office").begin_object().member("part", file.parts()[piece->part]);
            json.member("paragraph", piece->paragraph).member("run", piece->run_number);
            if (file.converted()) json.member("converted", true);
            json.end_object();
        }
        json.end_object();
    }

    /// What is known of a finding from before: accepted with a reason, or in the baseline.
    void write_past(Json& json, const Diagnostic& diagnostic) const {
        json.key("suppressions").begin_array();
        if (diagnostic.suppression != UINT32_MAX) {
            json.begin_object().member("kind", "external").member("status", "accepted");
            json.member("justification", run_->suppressions[diagnostic.suppression].reason);
            json.end_object();
        }
        json.end_array();
        if (diagnostic.baseline != BaselineState::none) {
            json.member("baselineState", diagnostic.baseline == BaselineState::fresh ? "new"
                                         : diagnostic.baseline == BaselineState::unchanged
                                             ? "unchanged"
                                             : "updated");
        }
    }

    void write_related(Json& json, const AnalyzedReport& analyzed, const Finding& finding,
                       const Page& page, SarifPlace place) const {
        json.key("relatedLocations").begin_array();
        std::uint32_t id = 0;
        for (const Finding::Related& related : finding.related) {
            if (id == sarif_related) break;
            json.begin_object().member("id", ++id);
            if (related.previous && analyzed.previous) {
                const PreviousReport& before = *analyzed.previous;
                const std::string uri = relative_uri(before.file->name(), result_base());
                write_physical_location(json, *before.file, related.where, {uri});
                write_logical_locations(
                    json, logical_location(before.document, before.model, related.where));
            } else {
                write_physical_location(json, *analyzed.file, related.where, place);
                write_logical_locations(json, logical_location(analyzed, related.where));
            }
            write_message(json, page, related.message, related.arguments);
            json.end_object();
        }
        json.end_array();
    }

    void write_fixes(Json& json, const AnalyzedReport& analyzed, const Finding& finding,
                     const Page& page, SarifPlace place) const {
        // Who applies a fix to a .docx would patch the bytes of a ZIP archive: gouji fix does it.
        if (analyzed.file->kind() == ContainerKind::docx) return;
        const auto has_edits = [&](const Finding::Fix& fix) {
            return !fix.edits.empty() && std::ranges::all_of(fix.edits, [&](const auto& edit) {
                return !source_edits(*analyzed.file, edit).empty();
            });
        };
        if (std::none_of(finding.fixes.begin(), finding.fixes.end(), has_edits)) return;
        json.key("fixes").begin_array();
        for (const Finding::Fix& fix : finding.fixes) {
            if (!has_edits(fix)) continue;
            json.begin_object().key("description").begin_object();
            json.member("text",
                        format_message(words_of(page, fix.message, run_->language), fix.arguments))
                .end_object();
            json.key("artifactChanges").begin_array().begin_object();
            write_artifact_location(json, place);
            json.key("replacements").begin_array();
            for (const Finding::Edit& edit : fix.edits) {
                for (const SourceEdit& part : source_edits(*analyzed.file, edit)) {
                    json.begin_object();
                    write_region(json, "deletedRegion", *analyzed.file, part.replaced, false);
                    json.key("insertedContent").begin_object().member("text", part.by);
                    json.end_object().end_object();
                }
            }
            json.end_array().end_object().end_array();
            json.key("properties")
                .begin_object()
                .member("safe", fix.safe)
                .end_object()
                .end_object();
        }
        json.end_array();
    }

    const AnalyzedReport* analyzed_;
    const RunView* run_;
    const Catalogue* catalogue_;
    SarifPlace place_;
};

}  // namespace

void write_artifact_location(Json& json, SarifPlace place) {
    json.key("artifactLocation").begin_object().member("uri", place.uri);
    if (!place.uri.starts_with("file:")) json.member("uriBaseId", "SRCROOT");
    json.end_object();
}

void write_rule_reference(Json& json, const char* key, const Catalogue& catalogue,
                          std::uint32_t index) {
    json.key(key).begin_object().member("id", catalogue.rules()[index].page.id);
    json.member("index", index).end_object();
}

void sarif_results(const AnalyzedReport& analyzed, const RunView& run, SarifPlace place,
                   const Write& write) {
    Results(analyzed, run, place).write(write);
}

}  // namespace gouji
