#include "gouji/base/version.hpp"
#include "gouji/engine/fingerprint.hpp"
#include "gouji/report/format.hpp"
#include "gouji/report/json.hpp"
#include "gouji/report/sarif_rules.hpp"
#include "gouji/report/uri.hpp"
#include "gouji/engine/whereabouts.hpp"
#include "gouji/report/words.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// How gouji speaks of itself: one descriptor for each kind of notice, in the order of
/// Notice::Kind.
struct Descriptor {
    const char* id;
    const char* name;
    const char* level;
    Words short_description;
    Words help;
};
const Descriptor descriptors[] = {
    {"gouji/unreadable-file",
     "UnreadableFile",
     "error",
     {"文件读不了。", "A file cannot be read."},
     {"按说明检查路径、权限、编码或大小。",
      "Check its path, permissions, encoding or size as the message says."}},
    {"gouji/no-report",
     "NoReport",
     "note",
     {"看不出是年度报告，未作检查。", "A text that is plainly no annual report was not checked."},
     {"确是年报请加 --assume-report。", "Use --assume-report if it is one."}},
    {"gouji/rule-failed",
     "RuleFailed",
     "error",
     {"一条规则没能完成检查。", "A rule could not do its work."},
     {"其余规则不受影响；请把消息告诉规则的作者。",
      "No other rule is affected; tell the rule's author."}},
    {"gouji/too-many-findings",
     "TooManyFindings",
     "warning",
     {"一条规则报告过多，只保留一部分。", "A rule reported more than is kept."},
     {"先处理已报告的，或用 --ignore 关掉这条规则。",
      "Deal with those reported, or turn the rule off with --ignore."}},
    {"gouji/plugin-refused",
     "PluginRefused",
     "error",
     {"插件或规则包没有载入。", "A plugin or a pack was not loaded."},
     {"用 gouji plugins 查看原因。", "See gouji plugins for the reason."}},
    {"gouji/interrupted",
     "Interrupted",
     "error",
     {"检查被中断，结果不完整。", "The run was interrupted; the results are incomplete."},
     {"重新运行。", "Run it again."}},
    {"gouji/suppression",
     "Suppression",
     "note",
     {"一条登记已到期或没有用到。", "A suppression has expired or covered nothing."},
     {"在 gouji.toml 里删去或更新这条登记。", "Remove or renew it in gouji.toml."}},
};

/// A stretch that holds `where` and more: its lines, or, where those are long, some words around.
Span context(const File& file, Span where) {
    constexpr std::uint32_t reach = 300;
    const LineIndex& lines = file.lines();
    const std::string_view text = file.text().view();
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

/// SARIF 2.1.0. Results are written as they come; what stands behind them (artifacts, the
/// invocation) is short.
class SarifFormat final : public Format {
public:
    explicit SarifFormat(const RunView& run)
        : run_(&run),
          catalogue_(&run.setup.catalogue),
          base_(current_folder()),
          sources_(run.inputs.size()),
          notices_(run.notices),
          met_(run.setup.baseline != nullptr ? run.setup.baseline->entries().size() : 0) {}

    std::string begin() override {
        std::string out;
        Json json(out);
        json.begin_object().member("$schema", schema).member("version", "2.1.0");
        json.key("runs").begin_array().begin_object();
        json.key("tool").begin_object();
        write_driver(json);
        json.key("extensions").begin_array();
        for (const Component& component : catalogue_->components()) {
            json.line();
            write_component(json, component, *catalogue_, run_->english);
        }
        json.end_array().end_object();
        json.member("language", language()).member("columnKind", "utf16CodeUnits");
        json.key("newlineSequences").begin_array();
        for (const char* end : {"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"}) json.value(end);
        json.end_array();
        json.key("originalUriBaseIds").begin_object().key("SRCROOT").begin_object();
        json.member("uri", base_).end_object().end_object();
        json.key("results").begin_array();
        return out;
    }

    std::string render(const Examined& examined, std::uint32_t file) const override {
        std::string out;
        if (examined.verdicts.empty()) return out;
        const std::string uri = uri_of(run_->inputs[file]);
        for (std::size_t i = 0; i < examined.verdicts.size(); ++i) {
            out.append(i == 0 ? "\n" : ",\n");
            Json json(out);
            write_result(json, examined, examined.verdicts[i], examined.prints[i], {uri, file});
        }
        return out;
    }

    std::string deliver(const Delivery& delivery, std::string&& rendered) override {
        if (delivery.source) sources_[delivery.file] = delivery.source;
        for (const std::uint32_t entry : delivery.met) met_[entry] = true;
        notices_.insert(notices_.end(), delivery.notices.begin(), delivery.notices.end());
        if (rendered.empty()) return {};
        if (std::exchange(any_, true)) rendered.insert(0, 1, ',');
        return std::move(rendered);
    }

    std::string end(const Ending& ending) override {
        notices_.insert(notices_.end(), ending.notices.begin(), ending.notices.end());
        std::string out = absent_results() + "]";  // results
        Json json(out);
        json.follow();
        write_artifacts(json);
        write_invocation(json, ending);
        json.end_object().end_array().end_object();
        out.push_back('\n');
        return out;
    }

private:
    struct Place {
        std::string_view uri;
        std::uint32_t file;
    };

    [[nodiscard]] const char* language() const { return run_->english ? "en-US" : "zh-CN"; }

    [[nodiscard]] std::string uri_of(const Input& input) const {
        return result_uri(input, base_);
    }

    /// What the baseline had and this run has not, as the earlier log wrote it.
    std::string absent_results() {
        std::string out;
        for (std::size_t i = 0; i < met_.size(); ++i) {
            if (met_[i]) continue;
            out += std::exchange(any_, true) ? ",\n" : "\n";
            out += run_->setup.baseline->entries()[i].result;
        }
        return out;
    }

    void write_driver(Json& json) const {
        const bool english = run_->english;
        json.key("driver").begin_object().member("name", "gouji");
        json.member("fullName", std::string("gouji ") + version);
        json.member("version", version).member("semanticVersion", version);
        json.member("informationUri", home).member("language", language());
        json.key("shortDescription").begin_object();
        json.member("text", english ? "A linter for annual reports on open government information."
                                    : "政府信息公开工作年度报告检查工具。");
        json.end_object();
        json.key("rules").begin_array().end_array();
        json.key("notifications").begin_array();
        for (const Descriptor& each : descriptors) {
            json.begin_object().member("id", each.id).member("name", each.name);
            for (const char* key : {"shortDescription", "fullDescription"}) {
                json.key(key)
                    .begin_object()
                    .member("text", each.short_description.in(english))
                    .end_object();
            }
            json.key("help").begin_object().member("text", each.help.in(english)).end_object();
            json.key("defaultConfiguration")
                .begin_object()
                .member("level", each.level)
                .end_object();
            json.end_object();
        }
        json.end_array().end_object();
    }

    static void write_region(Json& json, const char* key, const File& file, Span where,
                             bool with_text) {
        const Position from = file.lines().position(where.begin);
        const Position to = file.lines().position(where.end);
        json.key(key).begin_object();
        json.member("startLine", from.line).member("startColumn", from.column);
        json.member("endLine", to.line).member("endColumn", to.column);
        if (with_text) {
            json.key("snippet").begin_object().member("text", file.text().at(where)).end_object();
        }
        json.end_object();
    }

    static void write_artifact_location(Json& json, Place place) {
        json.key("artifactLocation").begin_object().member("uri", place.uri);
        if (!place.uri.starts_with("file:")) json.member("uriBaseId", "SRCROOT");
        json.member("index", place.file).end_object();
    }

    static void write_physical_location(Json& json, const Examined& examined, Span where,
                                        Place place) {
        const File& file = *examined.file;
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

    static void write_logical_locations(Json& json, const Whereabouts& at) {
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
        const std::string& words = words_of(page, id, run_->english);
        json.key("message")
            .begin_object()
            .member("text", spelled(words, arguments))
            .member("id", id);
        const Numbered form = numbered(words);
        if (!form.names.empty()) {
            json.key("arguments").begin_array();
            for (const std::string& name : form.names)
                json.value(spelled("{" + name + "}", arguments));
            json.end_array();
        }
        json.end_object();
    }

    void write_rule_reference(Json& json, const char* key, std::uint32_t index) const {
        const Rule& rule = catalogue_->rules()[index];
        json.key(key).begin_object().member("id", rule.page.id);
        json.member("index", index - catalogue_->component_of(rule).first_rule);
        json.key("toolComponent").begin_object();
        json.member("name", catalogue_->component_of(rule).id).member("index", rule.component);
        json.end_object().end_object();
    }

    void write_result(Json& json, const Examined& examined, const Verdict& verdict,
                      const Fingerprint& print, Place place) const {
        const Finding& finding = verdict.finding;
        const Page& page = catalogue_->rules()[finding.rule].page;
        json.begin_object().member("ruleId", page.id);
        write_rule_reference(json, "rule", finding.rule);
        json.member("kind", "fail").member("level", level_name(verdict.level));
        write_message(json, page, finding.message, finding.arguments);
        json.key("locations").begin_array().begin_object();
        write_physical_location(json, examined, finding.where, place);
        write_logical_locations(json, whereabouts(examined, finding.where));
        json.end_object().end_array();
        if (!finding.related.empty()) write_related(json, examined, finding, page, place);
        json.key("partialFingerprints").begin_object();
        json.member("primaryLocationLineHash", print.context);
        json.member("goujiContext/v1", print.context).member("goujiDetail/v1", print.detail).end_object();
        write_past(json, verdict);
        write_fixes(json, examined, finding, page, place);
        json.member("rank", rank(page)).end_object();
    }

    /// What is known of a finding from before: accepted with a reason, or in the baseline.
    void write_past(Json& json, const Verdict& verdict) const {
        json.key("suppressions").begin_array();
        if (verdict.suppression != UINT32_MAX) {
            json.begin_object().member("kind", "external").member("status", "accepted");
            json.member("justification", run_->suppressions[verdict.suppression].reason).end_object();
        }
        json.end_array();
        if (verdict.baseline != BaselineState::none) {
            json.member("baselineState", verdict.baseline == BaselineState::fresh       ? "new"
                                         : verdict.baseline == BaselineState::unchanged ? "unchanged"
                                                                                        : "updated");
        }
    }

    void write_related(Json& json, const Examined& examined, const Finding& finding,
                       const Page& page, Place place) const {
        json.key("relatedLocations").begin_array();
        std::uint32_t id = 0;
        for (const Finding::Related& related : finding.related) {
            json.begin_object().member("id", ++id);
            write_physical_location(json, examined, related.where, place);
            write_logical_locations(json, whereabouts(examined, related.where));
            write_message(json, page, related.message, related.arguments);
            json.end_object();
        }
        json.end_array();
    }

    void write_fixes(Json& json, const Examined& examined, const Finding& finding, const Page& page,
                     Place place) const {
        const auto has_edits = [](const Finding::Fix& fix) { return !fix.edits.empty(); };
        if (std::none_of(finding.fixes.begin(), finding.fixes.end(), has_edits)) return;
        json.key("fixes").begin_array();
        for (const Finding::Fix& fix : finding.fixes) {
            if (!has_edits(fix)) continue;
            json.begin_object().key("description").begin_object();
            json.member("text", spelled(words_of(page, fix.message, run_->english), fix.arguments))
                .end_object();
            json.key("artifactChanges").begin_array().begin_object();
            write_artifact_location(json, place);
            json.key("replacements").begin_array();
            for (const Finding::Edit& edit : fix.edits) {
                json.begin_object();
                write_region(json, "deletedRegion", *examined.file, edit.replaced, false);
                json.key("insertedContent")
                    .begin_object()
                    .member("text", edit.by)
                    .end_object()
                    .end_object();
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

    void write_artifacts(Json& json) const {
        json.key("artifacts").begin_array();
        for (std::uint32_t i = 0; i < run_->inputs.size(); ++i) {
            const std::string uri = uri_of(run_->inputs[i]);
            json.line().begin_object().key("location").begin_object().member("uri", uri);
            if (!uri.starts_with("file:")) json.member("uriBaseId", "SRCROOT");
            json.member("index", i).end_object();
            json.key("roles").begin_array().value("analysisTarget").end_array();
            if (sources_[i]) {
                json.member("mimeType", uri.ends_with(".md") ? "text/markdown" : "text/plain");
                json.member("encoding", name(sources_[i]->encoding))
                    .member("length", sources_[i]->bytes);
            }
            json.end_object();
        }
        json.end_array();
    }

    void write_notice(Json& json, const Notice& notice) const {
        const auto index = static_cast<std::size_t>(notice.kind);
        json.line().begin_object().key("descriptor").begin_object();
        json.member("id", descriptors[index].id).member("index", index).end_object();
        json.member("level", descriptors[index].level);
        json.key("message")
            .begin_object()
            .member("text", notice.what.in(run_->english))
            .end_object();
        if (notice.rule) write_rule_reference(json, "associatedRule", *notice.rule);
        if (notice.file) {
            json.key("locations")
                .begin_array()
                .begin_object()
                .key("physicalLocation")
                .begin_object();
            write_artifact_location(json, {uri_of(run_->inputs[*notice.file]), *notice.file});
            json.end_object().end_object().end_array();
        }
        json.end_object();
    }

    void write_invocation(Json& json, const Ending& ending) const {
        json.line().key("invocations").begin_array().begin_object();
        json.member("executionSuccessful", ending.exit_code < 2)
            .member("exitCode", ending.exit_code);
        json.member("startTimeUtc", run_->started).member("endTimeUtc", ending.ended);
        json.key("workingDirectory").begin_object().member("uri", base_).end_object();
        for (const bool configuration : {true, false}) {
            json.key(configuration ? "toolConfigurationNotifications"
                                   : "toolExecutionNotifications")
                .begin_array();
            for (const Notice& notice : notices_) {
                if ((notice.kind == Notice::Kind::refused || notice.kind == Notice::Kind::suppression) == configuration)
                    write_notice(json, notice);
            }
            json.end_array();
        }
        json.end_object().end_array();
    }

    const RunView* run_;
    const Catalogue* catalogue_;
    std::string base_;  ///< file:///…/
    std::vector<std::optional<Delivery::Source>> sources_;
    std::vector<Notice> notices_;
    std::vector<bool> met_;  ///< entries of the baseline
    bool any_ = false;
};

}  // namespace

std::unique_ptr<Format> make_sarif_format(const RunView& run) {
    return std::make_unique<SarifFormat>(run);
}

}  // namespace gouji
