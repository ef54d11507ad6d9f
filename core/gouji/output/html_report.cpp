#include "gouji/output/html_report.hpp"

#include "gouji/engine/logical_location.hpp"
#include "gouji/output/flat.hpp"
#include "gouji/output/html_marks.hpp"
#include "gouji/output/html_table.hpp"
#include "gouji/output/html_text.hpp"
#include "gouji/output/words.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>

namespace gouji {
namespace {

/// Whether text is more than the rules and bars that a table is drawn with.
bool says_something(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        const bool letter = (c.code >= '0' && c.code <= '9') || (c.code >= 'A' && c.code <= 'Z') ||
                            (c.code >= 'a' && c.code <= 'z') ||
                            (c.code >= 0x2E80 && c.code != 0x3000);
        if (letter) return true;
        at += c.size;
    }
    return false;
}

const char* tag_of(gouji_kind kind) {
    switch (kind) {
        case GOUJI_KIND_TITLE:
            return "p class=\"title\"";
        case GOUJI_KIND_HEADING:
            return "h3";
        case GOUJI_KIND_RESIDUE:
            return "p class=\"residue\"";
        case GOUJI_KIND_SIGNATURE:
            return "p class=\"signature\"";
        default:
            return "p";
    }
}

class Section {
public:
    Section(const AnalyzedReport& analyzed, std::uint32_t file, const RunView& run,
            const Write& write)
        : analyzed_(&analyzed),
          run_(&run),
          write_(&write),
          id_(html_section(file, analyzed.ordinal)),
          marker_(analyzed, id_) {}

    void write(bool whole) {
        out_ += "<section class=\"report\" id=\"" + id_ + "\">\n";
        write_head();
        if (whole || !analyzed_->diagnostics.empty()) {
            out_ += "<div class=\"sheet\">\n";
            write_blocks();
            out_ += "</div>\n";
        }
        out_ += "</section>\n";
        (*write_)(out_);
    }

private:
    /// What is written may be let go: a report of many findings is long.
    void pass_on() {
        constexpr std::size_t enough = 1U << 16U;
        if (out_.size() < enough) return;
        (*write_)(out_);
        out_.clear();
    }

    [[nodiscard]] Language language() const { return run_->language; }
    [[nodiscard]] const Page& page_of(const Finding& finding) const {
        return run_->context.catalogue.rules()[finding.rule].page;
    }
    [[nodiscard]] std::string year() const {
        const std::int32_t year = analyzed_->model.summary.year;
        return year > 0 ? std::to_string(year) : std::string();
    }

    void write_head() {
        Tally tally;
        for (const Diagnostic& diagnostic : analyzed_->diagnostics) {
            if (diagnostic.counts()) tally.add(diagnostic.level);
        }
        const std::string file = result_path(analyzed_->file->name());
        std::string name(view(analyzed_->model.summary.agency));
        if (name.empty()) name = file;
        out_ += "<header><h2>" + html(name);
        if (!year().empty()) out_ += " <span>" + year() + "</span>";
        out_ += "</h2><p><span class=\"file\">" + html(file) + "</span>";
        const auto count = [&](Level level, std::uint64_t number) {
            if (number == 0) return;
            out_ += std::string(" <span class=\"count ") + html_class(level) + "\">" +
                    std::string(level_word(level, language())) + " " + std::to_string(number) +
                    "</span>";
        };
        count(Level::error, tally.errors);
        count(Level::warning, tally.warnings);
        count(Level::note, tally.notes);
        if (tally.total() == 0) {
            out_ += " <span class=\"count clean\">";
            out_ += pick(language(), "没有发现问题", "nothing found");
            out_ += "</span>";
        }
        out_ += "</p></header>\n";
    }

    /// Nodes that hold text themselves, in reading order, none inside another.
    [[nodiscard]] std::vector<gouji_node> blocks() const {
        std::vector<gouji_node> out;
        const auto nodes = analyzed_->document.nodes();
        std::uint32_t shown = 0;
        for (gouji_node node = 1; node < nodes.size(); ++node) {
            const Node& each = nodes[node];
            if (each.kind == GOUJI_KIND_ROW || each.kind == GOUJI_KIND_CELL) continue;
            if (each.span.begin < shown || empty(each.span)) continue;
            out.push_back(node);
            shown = each.span.end;
        }
        return out;
    }

    void write_blocks() {
        const Document& document = analyzed_->document;
        const std::vector<gouji_node> all = blocks();
        std::uint32_t shown = document.extent().begin;
        for (std::size_t i = 0; i <= all.size(); ++i) {
            const bool last = i == all.size();
            const Span span = last ? span_of(document.extent().end, document.extent().end)
                                   : document.nodes()[all[i]].span;
            // What no node holds is shown all the same.
            const std::uint32_t begin = std::max(shown, span.begin);
            if (const Span left = stripped(span_of(shown, begin));
                says_something(document.at(left)) || (last && i == 0)) {
                write_text("p", left, last ? GOUJI_NONE : span.begin);
            }
            if (last) break;
            const std::uint32_t next =
                i + 1 < all.size() ? document.nodes()[all[i + 1]].span.begin : GOUJI_NONE;
            if (const Table* table = document.table(all[i])) {
                write_table(*table, next);
            } else {
                write_text(tag_of(document.nodes()[all[i]].kind), span, next);
            }
            pass_on();
            shown = span.end;
        }
    }

    [[nodiscard]] Span stripped(Span span) const {
        const std::string_view text = analyzed_->document.at(span);
        const std::string_view inner = trimmed(text);
        if (inner.empty()) return span_of(span.begin, span.begin);
        const auto begin = span.begin + static_cast<std::uint32_t>(inner.data() - text.data());
        return span_of(begin, begin + inner.size());
    }

    void write_text(std::string_view tag, Span span, std::uint32_t next) {
        out_ += "<div class=\"block\"><";
        out_ += tag;
        out_ += '>';
        const Marker::Marked marked = marker_.add(out_, span, next);
        out_ += "</";
        out_ += tag.substr(0, tag.find(' '));
        out_ += '>';
        write_notes(marked.findings);
        out_ += "</div>\n";
    }

    void write_table(const Table& table, std::uint32_t next) {
        out_ += "<div class=\"block\">";
        write_notes(html_table(out_, analyzed_->document, table, marker_, next, language()));
        out_ += "</div>\n";
    }

    void write_notes(const std::vector<std::uint32_t>& findings) {
        if (findings.empty()) return;
        out_ += "<ol class=\"notes\">\n";
        for (const std::uint32_t index : findings) {
            write_note(index);
            pass_on();
        }
        out_ += "</ol>";
    }

    void write_note(std::uint32_t index) {
        const Diagnostic& diagnostic = analyzed_->diagnostics[index];
        const Finding& finding = diagnostic.finding;
        const Page& page = page_of(finding);
        const std::string number = std::to_string(index + 1);
        out_ += std::string("<li class=\"") + html_class(diagnostic) + "\" id=\"" + id_ + "f" +
                number + "\" data-f=\"" + number + "\" data-rule=\"" + html(page.id) + "\">";
        out_ +=
            "<p><a href=\"#" + id_ + "m" + number + "\">" + number + "</a> <b>" +
            std::string(level_word(diagnostic.level, language())) + "</b> " +
            html(format_message(words_of(page, finding.message, language()), finding.arguments)) +
            "</p>";
        write_past(diagnostic);
        const LogicalLocation at = logical_location(*analyzed_, finding.where);
        if (!at.form.empty()) {
            out_ += "<p class=\"where\">" +
                    html(LogicalLocation{{}, {}, {}, at.form, at.row, at.column}.path(" › ")) +
                    "</p>";
        }
        write_related(finding, page, number);
        for (const Finding::Fix& fix : finding.fixes) {
            out_ += std::string("<p class=\"fix\">") + (pick(language(), "改法：", "Fix: ")) +
                    html(format_message(words_of(page, fix.message, language()), fix.arguments)) +
                    "</p>";
        }
        const Position from = analyzed_->file->position(finding.where.begin);
        // The page's end explains the rules whose findings count.
        const std::string link = "<a href=\"#rule-" + html(page.id) + "\">";
        out_ += "<p class=\"rule\">" + (diagnostic.counts() ? link : "<a>") + html(page.id) +
                "</a> " + (pick(language(), "第 ", "line ")) + std::to_string(from.line) +
                (pick(language(), " 行", "")) + "</p></li>\n";
    }

    /// Why it needs no action.
    void write_past(const Diagnostic& diagnostic) {
        if (diagnostic.counts()) return;
        out_ += "<p class=\"why\">";
        if (diagnostic.suppression != UINT32_MAX) {
            out_ += (pick(language(), "已登记不改：", "Accepted: ")) +
                    html(run_->suppressions[diagnostic.suppression].reason);
        } else {
            out_ += pick(language(), "基线中已有", "In the baseline");
            if (diagnostic.baseline == BaselineState::updated)
                out_ += pick(language(), "，有变动", ", changed since");
        }
        out_ += "</p>";
    }

    void write_related(const Finding& finding, const Page& page, const std::string& number) {
        if (finding.related.empty()) return;
        out_ += "<ul>";
        std::uint32_t shown = 0;
        for (const Finding::Related& related : finding.related) {
            if (shown == shown_related) break;
            const File& file = analyzed_->file_of(related);
            const std::uint32_t line = file.position(related.where.begin).line;
            ++shown;
            if (related.previous) {
                out_ += "<li>" + html(screen_path(file.name())) + pick(language(), " ", ", ");
            } else {
                out_ +=
                    "<li><a href=\"#" + id_ + "m" + number + "-" + std::to_string(shown) + "\">";
            }
            out_ += (pick(language(), "第 ", "line ")) + std::to_string(line) +
                    (pick(language(), " 行", "")) + (related.previous ? " " : "</a> ") +
                    html(format_message(words_of(page, related.message, language()),
                                        related.arguments)) +
                    "</li>";
        }
        if (finding.related.size() > shown) {
            const std::string more = std::to_string(finding.related.size() - shown);
            out_ += "<li>" +
                    (language() == Language::en ? more + " more places" : "另有 " + more + " 处") +
                    "</li>";
        }
        out_ += "</ul>";
    }

    const AnalyzedReport* analyzed_;
    const RunView* run_;
    const Write* write_;
    std::string id_;
    Marker marker_;
    std::string out_;
};

}  // namespace

std::string html_section(std::uint32_t file, std::uint32_t ordinal) {
    return "r" + std::to_string(file) + "-" + std::to_string(ordinal);
}

void html_report(const AnalyzedReport& analyzed, std::uint32_t file, const RunView& run, bool whole,
                 const Write& write) {
    if (!analyzed.is_report() && analyzed.diagnostics.empty()) return;  // a notice says so
    Section(analyzed, file, run, write).write(whole);
}

}  // namespace gouji
