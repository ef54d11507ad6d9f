#include "gouji/scan/ordinal.hpp"
#include "gouji/semantic/analysis.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::uint32_t chapter_level = 1;
constexpr std::uint32_t part_level = 2;
constexpr std::uint32_t point_level = 3;
constexpr std::size_t longest_run_in = 120;  // bytes of a heading at a paragraph's start

/// Where the words of a run-in heading end: at the first stop, or the first comma of long words.
std::size_t run_in_end(std::string_view words) {
    std::size_t comma = 0;
    std::size_t at = 0;
    while (at < words.size()) {
        const Char c = char_at(words, at);
        if (c.code == U'。' || c.code == U'；' || c.code == U'：' || c.code == ':' ||
            c.code == ';') {
            return at <= longest_run_in || comma == 0 ? at : comma;
        }
        if (c.code == U'，' && comma == 0) comma = at;
        at += c.size;
    }
    return at <= longest_run_in || comma == 0 ? at : comma;
}

bool is_bracketed(std::string_view words) {
    return words.starts_with("（") || words.starts_with("(");
}

class Chapters {
public:
    explicit Chapters(Analysis& analysis)
        : document_(analysis.document), titles_(analysis.titles), out_(analysis.model.chapters) {}

    void read() {
        std::uint32_t end = document_.extent().end;
        const std::span<const Node> nodes = document_.nodes();
        for (gouji_node i = 0; i < nodes.size(); ++i) {
            switch (nodes[i].kind) {
                case GOUJI_KIND_HEADING:
                    heading(i);
                    break;
                case GOUJI_KIND_PARAGRAPH:
                    paragraph(i);
                    break;
                case GOUJI_KIND_SIGNATURE:
                    end = std::min(end, nodes[i].span.begin);
                    break;
                default:
                    break;
            }
        }
        close(chapter_level, std::max(end, out_.empty() ? end : out_.back().heading.end));
    }

private:
    /// A heading being described: where it starts, and its ordinal.
    struct Start {
        gouji_node node;
        std::uint32_t begin;
        std::string_view words;  ///< from the ordinal on
        Ordinal ordinal;
        bool run_in;
    };

    Start start_of(gouji_node node, bool run_in) const {
        const Span span = document_.nodes()[node].span;
        std::string_view words = document_.at(span);
        const std::uint32_t skipped = leading_boilerplate(words);
        words.remove_prefix(skipped);
        return {node, span.begin + skipped, words, read_ordinal(words), run_in};
    }

    void heading(gouji_node node) {
        const Start start = start_of(node, false);
        const std::string_view title = start.words.substr(start.ordinal.size);
        add(start, title.size(), match_of(start, title));
    }

    TitleMatch match_of(const Start& start, std::string_view title) const {
        switch (start.ordinal.style) {
            case GOUJI_ORDINAL_NONE:
            case GOUJI_ORDINAL_HAN:
                return titles_.match(title, start.ordinal.value);
            case GOUJI_ORDINAL_WRONG:
                if (!is_bracketed(start.words)) return titles_.match(title, start.ordinal.value);
                return {};
            default:
                // “1、总体情况”, where the outline has found it to head a chapter.
                if (!document_.nodes()[start.node].chapter) return {};
                return titles_.match(title, start.ordinal.value);
        }
    }

    void paragraph(gouji_node node) {
        const Start start = start_of(node, true);
        if (start.ordinal.style != GOUJI_ORDINAL_NONE) {
            const std::string_view title = start.words.substr(start.ordinal.size);
            const bool may_be_chapter =
                start.ordinal.style == GOUJI_ORDINAL_HAN ||
                (start.ordinal.style == GOUJI_ORDINAL_WRONG && !is_bracketed(start.words));
            const TitleMatch match =
                may_be_chapter ? titles_.leading(title, start.ordinal.value) : TitleMatch{};
            add(start, match.known() ? match.size : run_in_end(title), match);
        }
        inside(start);
    }

    /// Parts that go on inside a paragraph: “…工作。（三）搭建载体，…”.
    void inside(const Start& start) {
        constexpr std::string_view stop = "。（";
        for (std::size_t at = start.words.find(stop); at != std::string_view::npos;
             at = start.words.find(stop, at + stop.size())) {
            const std::size_t open = at + std::string_view("。").size();
            const std::string_view words = start.words.substr(open);
            const Ordinal ordinal = read_ordinal(words);
            if (ordinal.style != GOUJI_ORDINAL_HAN_BRACKET || open_.at(part_level) == GOUJI_NONE)
                continue;
            if (ordinal.value != out_[open_.at(part_level)].ordinal + 1) continue;
            const Start part{start.node, start.begin + static_cast<std::uint32_t>(open), words,
                             ordinal, true};
            add(part, run_in_end(words.substr(ordinal.size)), {});
        }
    }

    std::uint32_t level_of(const Start& start, const TitleMatch& match) {
        if (match.known() || match.match == GOUJI_TITLE_LEGACY) {
            list_ = 0;
            return chapter_level;
        }
        switch (start.ordinal.style) {
            case GOUJI_ORDINAL_HAN_BRACKET:
                return part_level;
            case GOUJI_ORDINAL_DIGIT:
            case GOUJI_ORDINAL_DIGIT_BRACKET:
                return point_level;
            default:
                break;
        }
        if (is_bracketed(start.words)) return part_level;
        // 一、 inside a chapter: its count starts anew, or it stands in front of prose.
        const bool goes_on = list_ != 0 && start.ordinal.value == list_ + 1;
        const bool anew = start.ordinal.value == 1 && open_.at(chapter_level) != GOUJI_NONE;
        if (goes_on || anew || start.run_in) {
            list_ = start.ordinal.value;
            return part_level;
        }
        list_ = 0;
        return chapter_level;
    }

    void add(const Start& start, std::size_t title_size, const TitleMatch& match) {
        const std::uint32_t level = level_of(start, match);
        close(level, start.begin);
        gouji_chapter chapter{};
        chapter.kind = raw("");
        chapter.expected = raw("");
        if (match.known()) {
            chapter.kind = raw(match.chapter->kind);
            chapter.expected = raw(match.chapter->title);
            chapter.ordinal_expected = match.chapter->ordinal;
        }
        const std::uint32_t title = start.begin + start.ordinal.size;
        chapter.ordinal_span = {start.begin, start.begin + start.ordinal.mark};
        chapter.title = {title, title + static_cast<std::uint32_t>(title_size)};
        chapter.heading = {start.begin, chapter.title.end};
        chapter.body = {chapter.heading.end, chapter.heading.end};
        chapter.node = start.node;
        chapter.level = level;
        chapter.parent = GOUJI_NONE;
        for (std::uint32_t above = level - 1;
             above >= chapter_level && chapter.parent == GOUJI_NONE; --above) {
            chapter.parent = open_.at(above);
        }
        chapter.ordinal = start.ordinal.value;
        chapter.ordinal_style = start.ordinal.style;
        chapter.match = match.match;
        chapter.distance = match.distance;
        chapter.run_in = start.run_in ? 1 : 0;
        open_.at(level) = static_cast<std::uint32_t>(out_.size());
        out_.push_back(chapter);
    }

    /// Ends what is open at this level and below.
    void close(std::uint32_t level, std::uint32_t end) {
        for (; level < open_.size(); ++level) {
            if (open_.at(level) == GOUJI_NONE) continue;
            gouji_chapter& chapter = out_[open_.at(level)];
            chapter.body.end = std::max(chapter.body.begin, end);
            open_.at(level) = GOUJI_NONE;
        }
    }

    const Document& document_;
    const ChapterTitles& titles_;
    std::vector<gouji_chapter>& out_;
    std::array<std::uint32_t, point_level + 1> open_{GOUJI_NONE, GOUJI_NONE, GOUJI_NONE,
                                                     GOUJI_NONE};
    std::uint32_t list_ = 0;  ///< last ordinal of a 一、 list inside a chapter
};

}  // namespace

void find_chapters(Analysis& analysis) { Chapters(analysis).read(); }

}  // namespace gouji
