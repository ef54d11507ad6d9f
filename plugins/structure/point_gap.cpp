#include <algorithm>
#include <optional>

#include "outline.hpp"
#include "point_gap.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::point_gap;

/// Points counted in running text that skip or repeat a number: 一是……；二是……；四是…….
class PointGap {
public:
    explicit PointGap(Options) {}

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        std::uint32_t chapter = GOUJI_NONE;
        Counters counters;
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            const bool title = paragraph.kind == Kind::title || paragraph.kind == Kind::heading;
            if (title || paragraph.chapter != chapter) counters = {};
            chapter = paragraph.chapter;
            if (title) continue;
            // Numbers that lead lines are headings' business.
            counters.digits.clear();
            for (std::size_t at = 0; at < paragraph.text.size();) {
                const std::optional<Point> point = point_at(paragraph.text, at);
                if (!point) {
                    at += gouji::char_at(paragraph.text, at).size;
                    continue;
                }
                follow(prose, paragraph, *point, counters, sink);
                at = point->end;
            }
        }
    }

private:
    enum class Style : std::uint8_t { words, digits };
    struct Point {
        std::size_t at = 0;
        std::size_t end = 0;
        std::uint32_t number = 0;
        Style style = Style::words;
        bool plain = true;  ///< “二是”; “二要” counts on, but is not judged
    };
    /// The last number of each list that is open, the innermost last.
    struct Counters {
        std::vector<std::uint32_t> words;
        std::vector<std::uint32_t> digits;
    };

    static constexpr std::size_t deepest = 6;  ///< lists inside lists; more are separate lists

    static bool opens(std::string_view text, std::size_t at) {
        if (at == 0) return true;
        switch (gouji::char_before(text, at).code) {
            case U'。':
            case U'；':
            case U'：':
            case U'，':
            case U'！':
            case ';':
            case ':':
            case ',':
                return true;
            default:
                return false;
        }
    }

    /// “二是”, “二要”, and inside a paragraph “2.”, after a mark.
    static std::optional<Point> point_at(std::string_view text, std::size_t at) {
        static constexpr std::u32string_view numbers = U"一二三四五六七八九";
        const gouji::Char first = gouji::char_at(text, at);
        if ((first.code < '1' || first.code > '9') &&
            (first.code < U'一' || first.code > U'四' ||
             numbers.find(first.code) == std::u32string_view::npos))
            return std::nullopt;
        if (!opens(text, at)) return std::nullopt;
        const gouji::Char second = gouji::char_at(text, at + first.size);
        const std::size_t end = at + first.size + second.size;
        if (const std::size_t n = numbers.find(first.code); n != std::u32string_view::npos) {
            static constexpr std::u32string_view verbs = U"是要来则为靠抓强重促";
            if (verbs.find(second.code) == std::u32string_view::npos) return std::nullopt;
            return Point{at, end, static_cast<std::uint32_t>(n + 1), Style::words,
                         second.code == U'是'};
        }
        if (first.code < '1' || first.code > '9') return std::nullopt;
        const bool mark = second.code == '.' || second.code == 0xFF0E || second.code == U'、';
        const bool inside = at > 0 && gouji::char_before(text, at).code != U'，';
        if (!mark || !inside || !gouji::is_han(gouji::char_at(text, end).code)) return std::nullopt;
        return Point{at, end, first.code - '0', Style::digits, true};
    }

    static void follow(const Prose& prose, const structure::Paragraph& paragraph,
                       const Point& point, Counters& counters, Sink sink) {
        std::vector<std::uint32_t>& open =
            point.style == Style::words ? counters.words : counters.digits;
        if (point.number == 1) {
            if (open.size() == deepest) open.erase(open.begin());
            open.push_back(1);
            return;
        }
        if (open.empty()) return;  // the list began where this rule does not look
        const auto next = std::find(open.rbegin(), open.rend(), point.number - 1);
        if (next != open.rend()) {  // goes on with this list; those inside have ended
            open.erase(next.base(), open.end());
            open.back() = point.number;
            return;
        }
        const std::uint32_t before = open.back();
        open.back() = point.number;
        if (!point.plain) return;
        const std::string_view printed = paragraph.text.substr(point.at, point.end - point.at);
        const std::string wanted = point.style == Style::words
                                       ? structure::han_number(before + 1) + "是"
                                       : std::to_string(before + 1) + ".";
        point.number > before
            ? sink.report(prose.source(paragraph.folded.begin + point.at, point.end - point.at),
                          message::gap{.found = printed, .wanted = wanted})
            : sink.report(prose.source(paragraph.folded.begin + point.at, point.end - point.at),
                          message::again{.found = printed, .wanted = wanted});
    }
};

}  // namespace

GOUJI_RULE(point_gap, PointGap);
