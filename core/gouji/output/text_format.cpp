#include "gouji/engine/logical_location.hpp"
#include "gouji/output/flat.hpp"
#include "gouji/output/format.hpp"
#include "gouji/output/words.hpp"
#include "gouji/text/excerpt.hpp"
#include "gouji/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace gouji {
namespace {

constexpr std::size_t line_width = 96;
constexpr std::size_t most_related = 8;

/// Results as a compiler shows them, for people.
class TextFormat final : public Format {
public:
    explicit TextFormat(const RunView& run) : run_(&run) {}

    void begin(const Write&) override {
        for (const Notice& notice : run_->notices) take(notice);
    }

    void render(const AnalyzedReport& analyzed, std::uint32_t, const Write& write) const override {
        std::set<std::uint32_t> advised;  // what to do is said once a rule and report
        for (const Diagnostic& diagnostic : analyzed.diagnostics) {
            if (!diagnostic.counts()) continue;
            std::string out;
            add(out, analyzed, diagnostic, advised.insert(diagnostic.finding.rule).second);
            write(out);
        }
    }

    void deliver(const ReportResult& delivery, const Pieces& rendered,
                 const Write& write) override {
        if (delivery.source) ++reports_seen_;
        if (delivery.tally.total() > 0) {
            reports_.push_back({screen_path(run_->inputs[delivery.file].name), delivery.year,
                                delivery.agency, delivery.tally});
        }
        for (const Notice& notice : delivery.notices) take(notice);
        rendered(write);
    }

    void end(const RunSummary& summary, const Write& write) override {
        for (const Notice& notice : summary.notices) take(notice);
        if (!run_->quiet) write(table() + closing(summary));
    }

private:
    struct Report {
        std::string file;
        std::int32_t year = 0;
        std::string agency;
        Tally tally;
    };

    /// Keeps what the closing line has to say of it.
    void take(const Notice& notice) {
        switch (notice.kind) {
            case Notice::Kind::suppression:
            case Notice::Kind::unconfined:
            case Notice::Kind::converted:
            case Notice::Kind::deleted:
            case Notice::Kind::ignored_config:
            case Notice::Kind::deprecated:
                return;
            case Notice::Kind::unpaired:
                unpaired_ += notice.file ? 1U : 0U;
                return;
            case Notice::Kind::skipped:
            case Notice::Kind::no_report:
            case Notice::Kind::unreadable:
                complete_ = false;
                if (notice.file)
                    not_checked_.push_back(screen_path(run_->inputs[*notice.file].name));
                return;
            default:
                complete_ = false;
                failures_ += notice.kind == Notice::Kind::rule_failed ? 1U : 0U;
        }
    }

    /// The last line. That nothing was found is said only when everything was checked.
    [[nodiscard]] std::string closing(const RunSummary& summary) const {
        const bool english = run_->language == Language::en;
        const Tally& tally = summary.tally;
        const auto number = [](std::uint64_t n) { return std::to_string(n); };
        const auto many = [&](std::uint64_t n, const char* what) {
            return number(n) + what + (n == 1 ? "" : "s");
        };
        std::string out;
        if (summary.reports > 0) {
            out = english ? many(summary.reports, " report") + " checked: "
                          : "检查了 " + number(summary.reports) + " 份年报：";
        }
        if (summary.reports == 0) {
            out = pick(run_->language, "没有检查任何年报", "no report checked");
        } else if (tally.total() == 0 && complete_) {
            out += pick(run_->language, "没有发现问题", "nothing found");
        } else if (english) {
            out += many(tally.errors, " error") + ", " + many(tally.warnings, " warning") + ", " +
                   many(tally.notes, " note");
        } else {
            out += number(tally.errors) + " 个错误，" + number(tally.warnings) + " 个警告，" +
                   number(tally.notes) + " 个提示";
        }
        const auto add = [&](std::uint64_t n, const std::string& zh, const std::string& en) {
            if (n > 0) out += english ? "; " + en : "；" + zh;
        };
        add(tally.known, "基线中已有 " + number(tally.known) + " 个",
            number(tally.known) + " in the baseline");
        add(tally.accepted, "已登记不改 " + number(tally.accepted) + " 个",
            number(tally.accepted) + " suppressed");
        add(tally.outside, "与改动无关的 " + number(tally.outside) + " 个没有列出",
            number(tally.outside) + " that the change does not concern");
        add(not_checked_.size(),
            number(not_checked_.size()) + " 个文件没有检查：" + listed(not_checked_, Language::zh),
            many(not_checked_.size(), " file") +
                " not checked: " + listed(not_checked_, Language::en));
        add(unpaired_, number(unpaired_) + " 份没有与上年对照",
            number(unpaired_) + " not compared with the year before");
        add(failures_, "规则出错 " + number(failures_) + " 次",
            many(failures_, " failure") + " of rules");
        add(summary.capped ? 1 : 0, "已到 --max-findings 的上限，没有检查完",
            "stopped at --max-findings, incomplete");
        add(summary.interrupted ? 1 : 0, "中途停止，结果不完整", "interrupted, incomplete");
        return out + "\n";
    }

    /// A line for each report with findings, where there are several reports.
    [[nodiscard]] std::string table() const {
        if (reports_seen_ < 2 || reports_.empty()) return {};
        std::vector<std::array<std::string, 6>> rows;
        rows.push_back(
            run_->language == Language::en
                ? std::array<std::string, 6>{"file", "year", "agency", "errors", "warnings",
                                             "notes"}
                : std::array<std::string, 6>{"文件", "年份", "单位", "错误", "警告", "提示"});
        for (const Report& report : reports_) {
            rows.push_back(
                {escape_controls(report.file), report.year > 0 ? std::to_string(report.year) : "-",
                 report.agency.empty() ? "-" : escape_controls(report.agency),
                 std::to_string(report.tally.errors), std::to_string(report.tally.warnings),
                 std::to_string(report.tally.notes)});
        }
        std::array<std::uint32_t, 6> widest{};
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i)
                widest[i] = std::max(widest[i], width(row[i]));
        }
        std::string out;
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const std::string blanks(widest[i] - width(row[i]), ' ');
                out += (i > 0 ? "  " : "") + (i < 3 ? row[i] + blanks : blanks + row[i]);
            }
            out += "\n";
        }
        return out + "\n";
    }

    [[nodiscard]] static std::string place(const File& file, Span where) {
        const Position at = file.position(where.begin);
        return std::to_string(at.line) + ":" + std::to_string(at.column);
    }

    [[nodiscard]] std::string painted(const char* color, std::string_view text) const {
        if (!run_->color) return std::string(text);
        return std::string("\x1b[") + color + "m" + std::string(text) + "\x1b[0m";
    }

    static const char* color_of(Level level) {
        if (level == Level::error) return "1;31";
        return level == Level::warning ? "1;33" : "1;36";
    }

    void add(std::string& out, const AnalyzedReport& analyzed, const Diagnostic& diagnostic,
             bool with_advice) const {
        const Finding& finding = diagnostic.finding;
        const Page& page = run_->context.catalogue.rules()[finding.rule].page;
        const Language language = run_->language;
        const std::string head = escape_controls(screen_path(analyzed.file->name())) + ":" +
                                 place(*analyzed.file, finding.where) + ":";
        out += painted("1", head) + " ";
        out += painted(color_of(diagnostic.level),
                       std::string(level_word(diagnostic.level, language)) + "[" + page.id + "]");
        out += pick(language, "：", ": ");
        out += escape_controls(
                   format_message(words_of(page, finding.message, language), finding.arguments)) +
               "\n";

        const LineIndex& lines = analyzed.file->lines();
        const std::uint32_t line_number = lines.position(finding.where.begin).line;
        const std::string number = std::to_string(line_number);
        const std::string margin(std::max<std::size_t>(5, number.size() + 1), ' ');
        const Span whole = lines.span(line_number);
        const Excerpt shown = excerpt(
            analyzed.file->text().view().substr(whole.begin, size(whole)),
            {finding.where.begin - whole.begin, finding.where.end - whole.begin}, line_width);
        out += painted("34", margin.substr(number.size()) + number + " | ") + shown.line + "\n";
        out += painted("34", margin + " | ") + std::string(shown.before, ' ') +
               painted(color_of(diagnostic.level), std::string(shown.wide, '^')) + "\n";

        const auto line = [&](const char* zh, const char* en, const std::string& text) {
            out += painted("34", margin + " = ") + (language == Language::en ? en : zh) +
                   (pick(language, "：", ": ")) + text + "\n";
        };
        if (const LogicalLocation at = logical_location(analyzed, finding.where);
            !at.form.empty()) {
            line("位置", "where", escape_controls(at.path(pick(language, " › ", " > "))));
        }
        if (analyzed.file->converted())
            line("文件", "file",
                 std::string(pick(language, "在转换后的文件中", "in the converted file")));
        add_related(analyzed, finding, page, line);
        for (const Finding::Fix& fix : finding.fixes) {
            line("改法", "fix",
                 escape_controls(
                     format_message(words_of(page, fix.message, language), fix.arguments)));
        }
        if (with_advice && finding.fixes.empty()) {
            if (const std::string what_to_do = advice(page, language); !what_to_do.empty()) {
                line("改法", "help", escape_controls(what_to_do));
            }
        }
        out += "\n";
    }

    template <class Line>
    void add_related(const AnalyzedReport& analyzed, const Finding& finding, const Page& page,
                     const Line& line) const {
        const Language language = run_->language;
        std::size_t shown = 0;
        for (const Finding::Related& related : finding.related) {
            if (++shown > most_related) break;
            const std::string file =
                related.previous
                    ? escape_controls(screen_path(analyzed.file_of(related).name())) + ":"
                    : "";
            line("相关", "see",
                 file + place(analyzed.file_of(related), related.where) + " " +
                     escape_controls(format_message(words_of(page, related.message, language),
                                                    related.arguments)));
        }
        if (finding.related.size() > most_related) {
            const std::string more = std::to_string(finding.related.size() - most_related);
            line("相关", "see",
                 language == Language::en ? more + " more places" : "另有 " + more + " 处");
        }
    }

    const RunView* run_;
    std::vector<Report> reports_;  ///< those with findings
    std::size_t reports_seen_ = 0;
    std::vector<std::string> not_checked_;  ///< files
    std::uint64_t unpaired_ = 0;            ///< reports
    std::uint64_t failures_ = 0;            ///< of rules
    bool complete_ = true;                  ///< everything was checked
};

}  // namespace

std::unique_ptr<Format> make_text_format(const RunView& run) {
    return std::make_unique<TextFormat>(run);
}

}  // namespace gouji
