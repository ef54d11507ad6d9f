#include <gouji/sdk.hpp>

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
    explicit CountOfPoints(Options) {}

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

    static void check_paragraph(Document document, Sink sink, const Prose& prose,
                                std::string_view text, std::uint32_t offset) {
        const auto points = points_in(text);
        if (points.empty()) return;
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
    static std::optional<Announced> announcement(std::string_view text, std::size_t at) {
        const std::size_t said = numeral_at(text, at);
        if (said < 2) return std::nullopt;
        constexpr std::size_t width = std::string_view("二").size();
        // “上述三个问题” speaks of points that were listed before.
        if (prose::ends_with_any(
                text.substr(0, at),
                {"上述"sv, "以上"sv, "这"sv, "前述"sv, "针对"sv, "那"sv, "该"sv, "上面"sv, "对照"sv,
                 "“"sv, "十"sv, "第"sv, "百"sv, "（"sv, "之"sv, "每"sv}))
            return std::nullopt;
        std::string_view rest = text.substr(at + width);
        const std::size_t counter = rest.starts_with("个"sv) ? "个"sv.size() : 0;
        rest.remove_prefix(counter);
        for (const std::string_view noun :
             {"方面"sv,   "问题"sv,   "不足"sv,     "短板"sv,    "点"sv,     "项工作"sv,
              "项措施"sv, "条措施"sv, "大方面"sv,   "项举措"sv,  "项任务"sv, "项"sv,
              "层面"sv,   "环节"sv,   "种形式"sv,   "种方式"sv,  "种渠道"sv, "大举措"sv,
              "大问题"sv, "种途径"sv, "主要问题"sv, "突出问题"sv}) {
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
    static std::optional<std::size_t> count(std::string_view text, const std::vector<Point>& points,
                                            const Announced& announced) {
        std::size_t first = 0;
        while (first < points.size() && points[first].at < announced.end) ++first;
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
            prose::has_any(between, {"以下"sv, "下列"sv, "如下"sv, "措施"sv, "做法"sv, "打算"sv,
                                     "下一步"sv})) {
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
        for (std::size_t i = next; i < points.size(); ++i) {
            if (points[i].ordinal == listed + 1 && (i == 0 || points[i - 1].ordinal != listed))
                return std::nullopt;
        }
        const std::size_t end = next < points.size() ? points[next].at : text.size();
        const std::string_view list = text.substr(points[first].at, end - points[first].at);
        if (next < points.size() && list.find("。"sv) == std::string_view::npos)
            return std::nullopt;
        // One point alone is a list that breaks off; the last may be called otherwise.
        if (listed == 1) return std::nullopt;
        if (listed < announced.count &&
            prose::has_any(text.substr(points[next - 1].at),
                           {"最后"sv, "此外"sv, "另外"sv, "还有"sv, "同时，"sv, "再次"sv, "再者"sv,
                            "另一方面"sv})) {
            return std::nullopt;
        }
        return listed;
    }

    static std::size_t stops(std::string_view text) {
        std::size_t count = 0;
        for (std::size_t at = text.find("。"sv); at != std::string_view::npos;
             at = text.find("。"sv, at + 3))
            ++count;
        return count;
    }
};

}  // namespace

GOUJI_RULE(count_of_points, CountOfPoints);
