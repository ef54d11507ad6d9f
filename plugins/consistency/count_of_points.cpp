#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "../prose/lexicon.hpp"
#include "../prose/line.hpp"
#include "count_of_points.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::count_of_points;
using namespace std::string_view_literals;

/// What a numeral's character counts, 0 for any other character. 两 is no ordinal.
std::size_t numeral_at(std::string_view text, std::size_t at) {
    static constexpr auto words = std::to_array<prose::Entry<int>>({{"一", 1},
                                                                    {"二", 2},
                                                                    {"两", 2},
                                                                    {"三", 3},
                                                                    {"四", 4},
                                                                    {"五", 5},
                                                                    {"六", 6},
                                                                    {"七", 7},
                                                                    {"八", 8},
                                                                    {"九", 9},
                                                                    {"十", 10}});
    static const prose::Lexicon<int> lexicon(words);
    const auto* entry = lexicon.at(text, at);
    return entry == nullptr ? 0 : static_cast<std::size_t>(entry->kind);
}

/// “以下三个方面：一是…二是…” and nothing more. Only points that are numbered with words count;
/// what semicolons divide, nobody can count for certain.
class CountOfPoints {
public:
    explicit CountOfPoints(Options options)
        : nouns_(options.words(list::nouns)),
          not_after_(options.words(list::not_after)),
          other_list_(options.words(list::other_list)),
          last_point_(options.words(list::last_point)) {}

    void check(Document document, Sink sink) const {
        const auto prose = document.prose();
        const std::string_view text = prose.text();
        for (const Span paragraph : prose.paragraphs()) {
            const std::string_view words =
                text.substr(paragraph.begin, paragraph.end - paragraph.begin);
            if (!prose::has_any(words, {"是"sv, "第"sv})) continue;
            check_paragraph(document, sink, prose, words, paragraph.begin);
        }
    }

private:
    struct Announced {
        std::size_t begin = 0;  ///< of the number word
        std::size_t end = 0;    ///< of the noun
        std::size_t count = 0;
    };
    struct Point {
        std::size_t at = 0;
        std::size_t ordinal = 0;
    };
    /// The points of a paragraph, and what every list in it asks of the text behind.
    struct Points {
        std::vector<Point> all;
        /// By ordinal: the last point that does not follow the one before it; 0 without.
        std::array<std::size_t, 12> last_resumed{};
        std::optional<std::size_t> last_point;  ///< where the last of the words begins
    };

    void check_paragraph(Document document, Sink sink, const Prose& prose, std::string_view text,
                         std::uint32_t offset) const {
        Points points{.all = points_in(text)};
        if (points.all.empty()) return;
        for (std::size_t i = 1; i < points.all.size(); ++i) {
            const std::size_t ordinal = points.all[i].ordinal;
            if (points.all[i - 1].ordinal + 1 != ordinal) points.last_resumed[ordinal] = i;
        }
        for (const std::string& word : last_point_) {
            const std::size_t at = text.rfind(word);
            if (at != std::string_view::npos)
                points.last_point = std::max(points.last_point.value_or(0), at);
        }
        for (std::size_t at = 0; at < text.size();) {
            const auto announced = announcement(text, at);
            if (!announced) {
                at += std::max<std::uint32_t>(1, char_at(text, at).size);
                continue;
            }
            at = announced->end;
            const auto listed = count(text, points, *announced);
            if (!listed || *listed == announced->count) continue;
            const Span where{offset + static_cast<std::uint32_t>(announced->begin),
                             offset + static_cast<std::uint32_t>(announced->end)};
            sink.report(
                prose.source(where),
                message::differs{.listed = *listed, .words = document.text(prose.source(where))});
        }
    }

    /// A number word with a noun that points are counted by, right in front of the list.
    [[nodiscard]] std::optional<Announced> announcement(std::string_view text,
                                                        std::size_t at) const {
        const std::size_t said = numeral_at(text, at);
        if (said < 2) return std::nullopt;
        constexpr std::size_t width = std::string_view("二").size();
        // “上述三个问题” speaks of points that were listed before.
        const std::string_view before = text.substr(0, at);
        if (std::ranges::any_of(not_after_,
                                [&](const std::string& word) { return before.ends_with(word); }))
            return std::nullopt;
        std::string_view rest = text.substr(at + width);
        const std::size_t counter = rest.starts_with("个"sv) ? "个"sv.size() : 0;
        rest.remove_prefix(counter);
        for (const std::string& noun : nouns_) {
            if (!rest.starts_with(noun)) continue;
            return Announced{at, at + width + counter + noun.size(), said};
        }
        return std::nullopt;
    }

    /// 一是, 二是 …; 第一，; 一要.
    static std::vector<Point> points_in(std::string_view text) {
        std::vector<Point> out;
        for (std::size_t at = 0; at < text.size();) {
            const std::uint32_t size = std::max<std::uint32_t>(1, char_at(text, at).size);
            if (const std::size_t ordinal = numeral_at(text, at); ordinal != 0) {
                const std::string_view after = text.substr(at + size);
                const std::string_view before = text.substr(0, at);
                const bool word = after.starts_with("是"sv) && (before.empty() || opens(before));
                const bool numbered = before.ends_with("第"sv) && after.starts_with("，"sv);
                if (word || numbered) out.push_back({at, ordinal});
            }
            at += size;
        }
        return out;
    }
    static bool opens(std::string_view before) {
        return prose::ends_with_any(
            before, {"，"sv, "。"sv, "；"sv, "："sv, "、"sv, ";"sv, ","sv, ":"sv, "\n"sv, "）"sv});
    }

    /// How many points follow; nothing when the list is not certain.
    [[nodiscard]] std::optional<std::size_t> count(std::string_view text, const Points& paragraph,
                                                   const Announced& announced) const {
        const std::vector<Point>& points = paragraph.all;
        const auto behind = std::ranges::lower_bound(points, announced.end, {}, &Point::at);
        const auto first = static_cast<std::size_t>(behind - points.begin());
        if (first == points.size() || points[first].ordinal != 1) return std::nullopt;
        // The list follows at once: no full stop of another thought between.
        const std::string_view between =
            text.substr(announced.end, points[first].at - announced.end);
        if (between.size() > 60 || stops(between) > 1) return std::nullopt;
        if (stops(between) == 1 && !between.ends_with("。"sv)) return std::nullopt;
        const std::size_t colon = between.find("："sv);
        if (colon != std::string_view::npos && colon + "："sv.size() != between.size())
            return std::nullopt;
        if (between.find("，"sv) != std::string_view::npos &&
            prose::has_any(between, other_list_)) {
            return std::nullopt;
        }
        // Another number between announces the list instead: “三方面问题，主要有两点：一是…”.
        for (std::size_t at = 0; at < between.size();
             at += std::max<std::uint32_t>(1, char_at(between, at).size)) {
            if (announcement(between, at)) return std::nullopt;
        }
        std::size_t listed = 1;
        std::size_t next = first + 1;
        while (next < points.size() && points[next].ordinal == listed + 1) ++listed, ++next;
        // A list that goes on after another one is nested: what the total counts is unclear.
        if (paragraph.last_resumed[listed + 1] >= next) return std::nullopt;
        const std::size_t end = next < points.size() ? points[next].at : text.size();
        const std::string_view list = text.substr(points[first].at, end - points[first].at);
        if (next < points.size() && list.find("。"sv) == std::string_view::npos)
            return std::nullopt;
        // One point alone is a list that breaks off; the last may have no ordinal.
        if (listed == 1) return std::nullopt;
        if (listed < announced.count && paragraph.last_point.has_value() &&
            *paragraph.last_point >= points[next - 1].at)
            return std::nullopt;
        return listed;
    }

    static std::size_t stops(std::string_view text) {
        std::size_t count = 0;
        for (std::size_t at = text.find("。"sv); at != std::string_view::npos;
             at = text.find("。"sv, at + 3))
            ++count;
        return count;
    }

    std::vector<std::string> nouns_;
    std::vector<std::string> not_after_;
    std::vector<std::string> other_list_;
    std::vector<std::string> last_point_;
};

}  // namespace

GOUJI_RULE(count_of_points, CountOfPoints);
