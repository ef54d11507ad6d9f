#include "gouji/parse/parse.hpp"
#include "gouji/parse/source.hpp"
#include "gouji/text/lines.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::size_t longest_title = 150;  // bytes: some fifty characters

/// Links to a neighbouring report, not this one's title.
bool is_link(std::string_view line) {
    for (const std::string_view word :
         {"上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "相关", "附件：", "链接", "来源",
          "当前位置", "http", ">", "›", "》"}) {
        if (seek(line, word) != std::string_view::npos) return true;
    }
    return false;
}

/// Whether a line can be the last line of a title: short, no sentence, “…年度报告” or “…年报”.
bool ends_title(std::string_view line) {
    if (line.size() > longest_title) return false;
    // Hardly any line has the words, so they are asked for first.
    if (seek(line, "报告") == line.npos && seek(line, "年报") == line.npos) return false;
    const std::size_t report = std::max(line.rfind("年度报告") + 1, line.rfind("年报") + 1);
    if (report == 0 || line.size() - report > 60) return false;  // “（本级机关）” may follow
    for (const std::string_view mark : {"。", "，", "；", "：", "、", "《"}) {
        if (line.find(mark) != std::string_view::npos) return false;
    }
    return !is_link(line);
}

/// Whether a line can be an earlier line of a title folded over several.
bool may_begin_title(std::string_view line) {
    if (line.empty() || line.size() > 90 || is_link(line) ||
        line.find('\t') != std::string_view::npos) {
        return false;
    }
    for (const std::string_view mark : {"。", "，", "；", "：", "、", "日", "“", "|"}) {
        if (line.find(mark) != std::string_view::npos) return false;
    }
    return true;
}

bool has_year(std::string_view line) {
    std::size_t digits = 0;
    for (std::size_t at = 0; at < line.size();) {
        const Char c = char_at(line, at);
        digits = is_digit(half_width(c.code)) ? digits + 1 : 0;
        if (digits == 4) return true;
        at += c.size;
    }
    return false;
}

/// The last few lines that were not blank.
class Memory {
public:
    void add(Span line) { lines_[count_++ % lines_.size()] = line; }
    [[nodiscard]] std::size_t size() const { return std::min(count_, lines_.size()); }
    /// 0 is the newest.
    [[nodiscard]] Span operator[](std::size_t back) const {
        return lines_[(count_ - 1 - back) % lines_.size()];
    }

private:
    std::array<Span, 4> lines_{};
    std::size_t count_ = 0;
};

}  // namespace

Span next_report(const Text& text, std::uint32_t offset, const Lexicon& lexicon) {
    const std::string_view view = text.view();
    const auto end = static_cast<std::uint32_t>(view.size());
    bool later = false;                // chapters or form rows after the first were seen
    std::uint32_t title = GOUJI_NONE;  // where a title after them begins
    Memory memory;
    std::string folded;
    for (std::uint32_t at = offset; at < end;) {
        const TextLine line = line_at(view, at);
        at = line.next;
        const std::string_view words = trimmed(text.at(line.span));
        if (words.size() < 4) continue;  // blank, or a figure
        // Cells and prose are passed over by their first byte; 一…十 begin with E4 or E5.
        const auto [ordinal, heading] = ordinal_line(words);
        if (ordinal >= 2 && ordinal <= 6) {
            later = true;
            title = GOUJI_NONE;
        } else if (later && title != GOUJI_NONE && words.size() <= longest_title) {
            bool first = false;
            fold(heading, folded);
            if (lexicon.chapter(folded) == 1) {
                first = true;
            } else if (ordinal == 1) {
                first = lexicon.find(folded).empty() && heading.size() <= 60 &&
                        heading.find("新收政府信息公开申请") == std::string_view::npos;
            }
            if (first) return span_of(offset, title);
        }
        if (later && title == GOUJI_NONE && ordinal == 0 && ends_title(words)) {
            // The title's earlier lines: back until its agency and year are there.
            std::uint32_t begin = line.span.begin;
            bool year = has_year(words);
            bool agency = year && words.find("20") != 0 && words.find("２０") != 0;
            for (std::size_t back = 0; back < memory.size() && back < 3 && !(year && agency);
                 ++back) {
                const std::string_view above = text.at(memory[back]);
                if (!may_begin_title(above)) break;
                begin = memory[back].begin;
                if (has_year(above)) {
                    year = true;
                    agency = !is_digit(half_width(char_at(above, 0).code));
                } else {
                    agency = year;
                }
            }
            // “附件2” in front of the title belongs to it.
            if (memory.size() > 0 && text.at(memory[0]).starts_with("附件") &&
                text.at(memory[0]).size() < 20) {
                begin = std::min(begin, memory[0].begin);
            }
            title = begin;
        }
        const auto from = static_cast<std::size_t>(words.data() - view.data());
        memory.add(span_of(from, from + words.size()));
    }
    return span_of(offset, end);
}

}  // namespace gouji
