#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "redundant.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::redundant;

/// The same thing said twice in other places of a sentence.
class Redundant {
public:
    explicit Redundant(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        const Prose prose = document.prose();
        for (const Hit& hit : document.hits(list::pleonasms))
            places.push_back({prose.source(hit.span), {}});
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const std::u16string_view text = paragraph.codes();
            repeated_clause(paragraph, text, places);
            repeated_noun(paragraph, text, places);
            repeated_problem(paragraph, text, places);
        });
        std::ranges::sort(places, {}, [](const Correction& place) { return place.where.begin; });
        for (const Correction& place : places) {
            if (sink.cancelled()) return;
            sink.report(place.where, message::twice{.found = document.text(place.where)});
        }
    }

private:
    static constexpr std::size_t long_enough = 6;

    /// “主动公开政府信息，共主动公开政府信息71条”: a clause that begins as the one before ended.
    static void repeated_clause(const Paragraph& paragraph, std::u16string_view text,
                                std::vector<Correction>& places) {
        for (std::size_t comma = text.find(u'，'); comma != std::u16string_view::npos;
             comma = text.find(u'，', comma + 1)) {
            std::size_t next = comma + 1;
            if (paragraph.at(next) == u'共' || paragraph.at(next) == u'即') ++next;
            for (std::size_t size = 12; size >= long_enough; --size) {
                if (size > comma || next + size > text.size()) continue;
                const std::u16string_view before = text.substr(comma - size, size);
                const bool plain =
                    std::ranges::all_of(before, [](char16_t c) { return is_han(c); });
                if (!plain || before != text.substr(next, size)) continue;
                places.push_back({paragraph.source(comma - size, next + size), {}});
                break;
            }
        }
    }

    /// “利用微信公众号：平安柳河微信公众号平台”: the noun before the colon ends the name after it.
    static void repeated_noun(const Paragraph& paragraph, std::u16string_view text,
                              std::vector<Correction>& places) {
        constexpr std::size_t shortest = 4;
        constexpr std::size_t longest = 6;
        constexpr std::size_t reach = 10;  // characters of the name
        for (std::size_t colon = text.find(u'：'); colon != std::u16string_view::npos;
             colon = text.find(u'：', colon + 1)) {
            std::u16string_view name = text.substr(colon + 1, reach + longest);
            name = name.substr(0, name.find_first_of(u"，。；、：“《"));
            for (std::size_t size = std::min(longest, colon); size >= shortest; --size) {
                const std::u16string_view noun = text.substr(colon - size, size);
                if (!std::ranges::all_of(noun, [](char16_t c) { return is_han(c); })) continue;
                const std::size_t again = name.find(noun);
                // Right after the colon it begins a list of its kinds.
                if (again == std::u16string_view::npos || again == 0 || again > reach) continue;
                places.push_back({paragraph.source(colon - size, colon + 1 + again + size), {}});
                break;
            }
        }
    }

    /// “仍存在部分问题，主要存在的问题是”.
    static void repeated_problem(const Paragraph& paragraph, std::u16string_view text,
                                 std::vector<Correction>& places) {
        constexpr std::u16string_view problem = u"问题，";
        for (std::size_t at = text.find(problem); at != std::u16string_view::npos;
             at = text.find(problem, at + 1)) {
            const std::size_t near = at < 8 ? 0 : at - 8;
            const std::size_t offset = text.substr(near, at - near).rfind(u"存在");
            if (offset == std::u16string_view::npos) continue;
            const std::size_t from = near + offset;
            const std::u16string_view after = text.substr(at + problem.size(), 9);
            const std::size_t again = after.find(u"存在的问题");
            if (again == std::u16string_view::npos || again > 4) continue;
            places.push_back({paragraph.source(from, at + problem.size() + again + 5), {}});
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(redundant, gouji::wording::Redundant);
