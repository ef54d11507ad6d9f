#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "prose_pairs.hpp"
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
        const ProsePairs& there = once<prose_pairs>(document);
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const std::u16string_view text = paragraph.codes();
            repeated_clause(paragraph, text, places);
            repeated_noun(paragraph, text, there, places);
            repeated_problem(paragraph, text, places);
            for (const std::u16string_view phrase : pleonasms) {
                if (!there.may_hold(phrase)) continue;
                const std::size_t at = text.find(phrase);
                if (at != std::u16string_view::npos)
                    places.push_back({paragraph.source(at, at + phrase.size()), {}});
            }
        });
        std::ranges::sort(places, {}, [](const Correction& place) { return place.where.begin; });
        for (const Correction& place : places)
            sink.report(place.where, message::twice{.found = document.text(place.where)});
    }

private:
    static constexpr auto pleonasms = std::to_array<std::u16string_view>(
        {u"目的是为了", u"原因是因为", u"涉及到有关", u"其中包括有", u"悬殊很大", u"首次创办"});
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

    /// “利用微信公众号：幸福柳河微信公众号平台”.
    static void repeated_noun(const Paragraph& paragraph, std::u16string_view text,
                              const ProsePairs& there, std::vector<Correction>& places) {
        for (const std::u16string_view noun :
             {u"微信公众号", u"政务公众号", u"门户网站", u"公开专栏"}) {
            if (!there.may_hold(noun)) continue;
            for (std::size_t at = text.find(noun); at != std::u16string_view::npos;
                 at = text.find(noun, at + 1)) {
                const char16_t colon = paragraph.at(at + noun.size());
                if (colon != u'：' && colon != u':') continue;
                const std::size_t again = text.find(noun, at + noun.size());
                const std::size_t end = text.find_first_of(u"，。；、", at);
                constexpr std::size_t reach = 10;
                if (again == std::u16string_view::npos || again > end ||
                    again - at - noun.size() > reach)
                    continue;
                places.push_back({paragraph.source(at, again + noun.size()), {}});
            }
        }
    }

    /// “仍存在部分问题，主要存在的问题是”.
    static void repeated_problem(const Paragraph& paragraph, std::u16string_view text,
                                 std::vector<Correction>& places) {
        constexpr std::u16string_view problem = u"问题，";
        for (std::size_t at = text.find(problem); at != std::u16string_view::npos;
             at = text.find(problem, at + 1)) {
            const std::size_t from = text.substr(0, at).rfind(u"存在");
            if (from == std::u16string_view::npos || at - from > 8) continue;
            const std::u16string_view behind = text.substr(at + problem.size(), 9);
            const std::size_t again = behind.find(u"存在的问题");
            if (again == std::u16string_view::npos || again > 4) continue;
            places.push_back({paragraph.source(from, at + problem.size() + again + 5), {}});
        }
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(redundant, gouji::wording::Redundant);
