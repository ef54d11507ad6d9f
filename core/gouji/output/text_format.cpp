#include "gouji/engine/logical_location.hpp"
#include "gouji/output/format.hpp"
#include "gouji/output/words.hpp"
#include "gouji/text/excerpt.hpp"
#include "gouji/text/unicode.hpp"

#include <set>
#include <tuple>

namespace gouji {
namespace {

constexpr std::size_t line_width = 96;
constexpr std::size_t most_related = 8;

/// Results as a compiler shows them, for people.
class TextFormat final : public Format {
public:
    explicit TextFormat(const RunView& run) : run_(&run) {}

    void begin(const Write&) override {}

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
        ++units_seen_;
        if (delivery.tally.total() > 0) {
            const std::string& name = run_->inputs[delivery.file].name;
            units_.push_back({delivery.agency.empty() ? name : delivery.agency, delivery.tally});
        }
        rendered(write);
    }

    void end(const RunSummary& summary, const Write& write) override {
        if (!run_->quiet) write(table() + sums(summary));
    }

private:
    [[nodiscard]] std::string sums(const RunSummary& summary) const {
        const auto [errors, warnings, notes] =
            std::tuple(summary.tally.errors, summary.tally.warnings, summary.tally.notes);
        const auto number = [](std::uint64_t n) { return std::to_string(n); };
        const auto many = [&](std::uint64_t n, const char* what) {
            return number(n) + what + (n == 1 ? "" : "s");
        };
        std::string out;
        if (run_->language == Language::en) {
            out += many(summary.reports, " report") + " checked: ";
            if (summary.tally.total() == 0) {
                out += "nothing found";
            } else {
                out += many(errors, " error") + ", " + many(warnings, " warning") + ", " +
                       many(notes, " note");
            }
            if (summary.tally.known > 0)
                out += ", " + number(summary.tally.known) + " in the baseline";
            if (summary.tally.accepted > 0)
                out += ", " + number(summary.tally.accepted) + " suppressed";
            if (summary.interrupted) out += " (interrupted, incomplete)";
            return out + "\n";
        }
        out += "检查了 " + number(summary.reports) + " 份年报：";
        if (summary.tally.total() == 0) {
            out += "没有发现问题";
        } else {
            out += number(errors) + " 个错误，" + number(warnings) + " 个警告，" + number(notes) +
                   " 个提示";
        }
        if (summary.tally.known > 0) out += "；基线中已有 " + number(summary.tally.known) + " 个";
        if (summary.tally.accepted > 0)
            out += "；已登记不改 " + number(summary.tally.accepted) + " 个";
        if (summary.interrupted) out += "（中途停止，结果不完整）";
        return out + "\n";
    }

    /// A line for each unit with findings, where there are several reports.
    [[nodiscard]] std::string table() const {
        if (units_seen_ < 2 || units_.empty()) return {};
        std::size_t widest = 0;
        for (const auto& [name, tally] : units_)
            widest = std::max<std::size_t>(widest, width(name));
        const auto cell = [](std::string_view words, std::size_t columns) {
            const std::size_t have = width(words);
            return std::string(have < columns ? columns - have : 0, ' ') + std::string(words);
        };
        const auto row = [&](std::string_view name, std::string_view a, std::string_view b,
                             std::string_view c) {
            return std::string(name) +
                   std::string(widest + 2 - std::min<std::size_t>(widest + 2, width(name)), ' ') +
                   cell(a, 9) + cell(b, 9) + cell(c, 9) + "\n";
        };
        std::string out = run_->language == Language::en ? row("", "errors", "warnings", "notes")
                                                         : row("", "错误", "警告", "提示");
        for (const auto& [name, tally] : units_) {
            out += row(escape_controls(name), std::to_string(tally.errors),
                       std::to_string(tally.warnings), std::to_string(tally.notes));
        }
        return out + "\n";
    }

    [[nodiscard]] std::string place(const AnalyzedReport& analyzed, Span where) const {
        const Position at = analyzed.file->position(where.begin);
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
        const std::string head =
            escape_controls(analyzed.file->name()) + ":" + place(analyzed, finding.where) + ":";
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
            line("相关", "see",
                 place(analyzed, related.where) + " " +
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
    std::vector<std::pair<std::string, Tally>> units_;  ///< those with findings
    std::size_t units_seen_ = 0;
};

}  // namespace

std::unique_ptr<Format> make_text_format(const RunView& run) {
    return std::make_unique<TextFormat>(run);
}

}  // namespace gouji
