#include "gouji/parse/heading_line.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace gouji {
namespace {

constexpr std::uint32_t longest_chapter = 50;  // characters of a heading
constexpr std::uint32_t longest_part = 40;
constexpr std::uint32_t longest_point = 30;
constexpr std::uint32_t longest_stopped = 14;  // of one that ends with a full stop

bool has(std::string_view words, std::string_view what) {
    return words.find(what) != std::string_view::npos;
}

/// Whether the words read like a statement rather than a title.
bool states(std::string_view words) {
    for (const std::string_view word : {"无", "未", "没有", "本", "我", "不"}) {
        if (words.starts_with(word)) return true;
    }
    for (const char c : words) {
        if (c >= '0' && c <= '9') return true;
    }
    return false;
}

/// Whether something follows a colon: “其他需要报告的事项：无。”
bool says_more(std::string_view title) {
    for (const std::string_view colon : {"：", ":"}) {
        const std::size_t at = title.find(colon);
        if (at != std::string_view::npos && !trimmed(title.substr(at + colon.size())).empty())
            return true;
    }
    return false;
}

/// Whether a line with an ordinal stands for the part of a chapter that follows it.
bool is_part(const ProseLine& line, const ProseLine* next, std::uint32_t longest) {
    const std::string_view title = line.title();
    const std::uint32_t chars = line.chars;
    if (chars > longest || line.sentence || has(title, "；") || length(title) < 2) return false;
    switch (line.last) {
        case U'，':
        case U'；':
        case ';':
        case ',':
        case U'！':
        case U'？':
            return false;
        case U'。':
            // “（一）主动公开。” on its own line; but “（二）无其他事项。” says something.
            return chars <= longest_stopped + line.ordinal.size / 3 && !states(title) &&
                   !has(title, "，") && !has(title, "：") && next != nullptr && next->open() &&
                   next->ordinal.style != line.ordinal.style;
        default:
            return true;
    }
}

class Headings {
public:
    Headings(std::span<ProseLine> lines, const ChapterTitles& titles)
        : lines_(lines), titles_(titles) {}

    void mark() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            ProseLine& line = lines_[i];
            if (!line.open()) continue;
            const ProseLine* next = i + 1 < lines_.size() ? &lines_[i + 1] : nullptr;
            mark(line, next);
        }
        mark_digit_chapters();
    }

    /// A title that goes on on the next line, and is a standard one only with it.
    void join_folded() {
        constexpr std::uint32_t longest_rest = 20;
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
            ProseLine& line = lines_[i];
            const ProseLine& next = lines_[i + 1];
            if (line.ordinal.style != GOUJI_ORDINAL_HAN || line.chars > longest_chapter ||
                line.sentence || next.block != line.block + 1 || !next.open() ||
                next.block->blank_lines != 0 || next.chars > longest_rest ||
                next.ordinal.style != GOUJI_ORDINAL_NONE)
                continue;
            const auto standard = [&](std::string_view title) {
                const std::uint32_t match = titles_.match(title, 0).match;
                return match == GOUJI_TITLE_EXACT || match == GOUJI_TITLE_VARIANT;
            };
            if (standard(line.title())) continue;
            std::string title(line.title());
            title += next.words;
            if (!standard(title)) continue;
            line.is(GOUJI_KIND_HEADING);
            line.chapter = true;
            next.is(GOUJI_KIND_HEADING);
            next.block->continues = true;
        }
    }

private:
    void mark(ProseLine& line, const ProseLine* next) {
        switch (line.ordinal.style) {
            case GOUJI_ORDINAL_NONE:
                return mark_bare(line);
            case GOUJI_ORDINAL_HAN:
            case GOUJI_ORDINAL_WRONG:
                return mark_chapter(line, next);
            case GOUJI_ORDINAL_HAN_BRACKET:
                if (is_part(line, next, longest_part)) line.is(GOUJI_KIND_HEADING);
                return;
            default:
                if (line.last != U'。' && is_part(line, next, longest_point))
                    line.is(GOUJI_KIND_HEADING);
                return;
        }
    }

    /// A chapter's title without its ordinal.
    void mark_bare(ProseLine& line) {
        if (line.chars > longest_chapter || line.sentence) return;
        if (line.last == U'。' || line.last == U'；' || line.last == U'，') return;
        const TitleMatch match = titles_.match(line.words, 0);
        // Short words that are not the standard ones may as well head a part: “主动公开情况”.
        constexpr std::uint32_t unmistakable = 8;
        const bool standard =
            match.match == GOUJI_TITLE_EXACT || match.match == GOUJI_TITLE_VARIANT;
        if (!match.known()) return;
        // “无其他需要报告的事项” is what a chapter says and not its title.
        if (!standard && (line.chars < unmistakable || states(line.words))) return;
        line.is(GOUJI_KIND_HEADING);
        line.chapter = true;
    }

    /// “1、总体情况”: a chapter with the wrong kind of ordinal, where no other line heads that
    /// chapter. “1.总体情况” below a chapter's heading is one of its points.
    void mark_digit_chapters() {
        std::vector<std::string_view> headed;  // kinds of the chapters that have a heading
        for (const ProseLine& line : lines_) {
            if (!line.chapter) continue;
            const TitleMatch match = titles_.leading(line.title(), line.ordinal.value);
            const TitleMatch whole = titles_.match(line.title(), line.ordinal.value);
            for (const TitleMatch& each : {match, whole}) {
                if (each.known() && std::ranges::find(headed, each.chapter->kind) == headed.end())
                    headed.emplace_back(each.chapter->kind);
            }
        }
        for (ProseLine& line : lines_) {
            if (line.ordinal.style != GOUJI_ORDINAL_DIGIT || line.chars > longest_chapter ||
                line.block->kind == GOUJI_KIND_RESIDUE)
                continue;
            const TitleMatch match = titles_.match(line.title(), line.ordinal.value);
            const bool standard =
                match.match == GOUJI_TITLE_EXACT || match.match == GOUJI_TITLE_VARIANT;
            if (!standard || match.chapter->ordinal != line.ordinal.value) continue;
            if (std::ranges::find(headed, match.chapter->kind) != headed.end()) continue;
            headed.emplace_back(match.chapter->kind);
            line.is(GOUJI_KIND_HEADING);
            line.chapter = true;
        }
    }

    void mark_chapter(ProseLine& line, const ProseLine* next) {
        const std::string_view title = line.title();
        if (line.chars <= longest_chapter && !line.sentence && !says_more(title)) {
            const TitleMatch match = titles_.match(title, line.ordinal.value);
            if (match.known() || match.match == GOUJI_TITLE_LEGACY) {
                line.is(GOUJI_KIND_HEADING);
                line.chapter = true;
                return;
            }
        }
        if (titles_.leading(title, line.ordinal.value).known()) {  // “六、其他需要报告的事项：无。”
            line.chapter = true;
            return;
        }
        if (is_part(line, next, longest_part)) line.is(GOUJI_KIND_HEADING);
    }

    std::span<ProseLine> lines_;
    const ChapterTitles& titles_;
};

}  // namespace

void mark_headings(std::span<ProseLine> lines, const ChapterTitles& titles) {
    Headings headings(lines, titles);
    headings.mark();
    headings.join_folded();
}

}  // namespace gouji
