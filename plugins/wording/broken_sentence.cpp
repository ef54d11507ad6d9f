#include <gouji/paragraph.hpp>
#include <gouji/phrases.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include "broken_sentence.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::broken_sentence;

/// Sentences that lost a part, recognised by wordings that no whole sentence has.
class BrokenSentence {
public:
    explicit BrokenSentence(Options options)
        : lost_(options.values(list::lost)),
          leads_(options.words(list::leads)),
          grounds_(options.words(list::grounds)),
          continuations_(options.words(list::continuations)),
          changes_(options.words(list::changes)),
          verbs_(options.words(list::verbs)) {}

    void check(Document document, Sink sink) const {
        for (const Hit& hit : document.hits()) {
            if (sink.cancelled()) return;
            if (hit.list == list::lost.index) lost_character(document, hit, sink);
            if (hit.list == list::openings.index) half_a_change(document, hit, sink);
            if (hit.list == list::preposition.index) stray_preposition(document, hit, sink);
            if (hit.list == list::report.index) run_together(document, hit, sink);
        }
        points_run_together(document, sink);
        wrong_stops(document, sink);
    }

private:
    /// “本报中所列数据”: a fixed phrase of every preface without one of its characters.
    void lost_character(const Document& document, const Hit& hit, const Sink& sink) const {
        const Prose prose = document.prose();
        std::string_view found = prose.text(hit.span);
        std::string_view whole = lost_[hit.word];
        // “现将社会公开《”: the mark only tells where the words stand.
        constexpr std::string_view mark = "《";
        if (found.ends_with(mark)) {
            found.remove_suffix(mark.size());
            whole.remove_suffix(mark.size());
        }
        const Span where = prose.source(hit.span.begin, found.size());
        sink.report(where, message::lost{.found = found, .whole = whole})
            .fix(Safety::unsafe, message::write{.whole = whole})
            .replace(where, whole);
    }

    /// “按照《通知》要求。特向社会公布”: the ground stands alone, its clause is the next sentence.
    void wrong_stops(const Document& document, const Sink& sink) const {
        const auto sentences = document.sentences();
        for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
            const gouji_sentence& sentence = sentences[i];
            if (sentence.node != sentences[i + 1].node) continue;
            std::string_view text = document.text(sentence.span);
            if (!text.ends_with(stop) || !leads_.begin(text)) continue;
            text.remove_suffix(stop.size());
            const bool ground = std::ranges::any_of(
                grounds_, [&](std::string_view w) { return text.ends_with(w); });
            if (!ground || !continuations_.begin(document.text(sentences[i + 1].span)) ||
                text.find("，") != std::string_view::npos || verbs_.in(text))
                continue;
            const Span where{sentence.span.end - static_cast<std::uint32_t>(stop.size()),
                             sentence.span.end};
            sink.report(where, message::ground{})
                .fix(Safety::unsafe, message::comma{})
                .replace(where, "，");
        }
    }

    /// “深化，在使政务公开内容更加规范，……”: 在 and 使 want different things, unless a “的同时” or
    /// the like closes what 在 opens.
    static void stray_preposition(const Document& document, const Hit& hit, const Sink& sink) {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        const char32_t before = char_before(text, hit.span.begin).code;
        const char32_t after = char_at(text, hit.span.end).code;
        constexpr std::u32string_view words = U"用命馆领节者役得";
        if (is_han(before) || words.find(after) != std::u32string_view::npos) return;
        const std::string_view sentence = rest_of_sentence(text, hit.span.end);
        for (const std::string_view close : {"同时", "时，", "过程中", "基础上", "之后", "以后",
                                             "前提下", "方面", "之前", "中，"}) {
            if (sentence.find(close) != std::string_view::npos) return;
        }
        sink.report(prose.source(hit.span), message::clash{.found = prose.text(hit.span)});
    }

    /// “实现了从静态向动态，从办事向决策，有力地…”: from what to what, and no 转变 after it.
    void half_a_change(const Document& document, const Hit& hit, const Sink& sink) const {
        const Prose prose = document.prose();
        const std::string_view clauses = rest_of_sentence(prose.text(), hit.span.end);
        constexpr std::string_view comma = "，";
        // The clauses that begin with 从, and nothing of the one after them.
        std::size_t end = clauses.find(comma);
        std::size_t count = 1;
        while (end != std::string_view::npos &&
               clauses.substr(end + comma.size()).starts_with("从")) {
            end = clauses.find(comma, end + comma.size());
            ++count;
        }
        if (end == std::string_view::npos || count < 2) return;
        const std::string_view change = clauses.substr(0, end);
        if (!changes_.in(change) && change.find("向") != std::string_view::npos)
            sink.report(prose.source(hit.span), message::change{.found = prose.text(hit.span)});
    }

    /// “加强监督现将有关情况报告如下”: a full stop is missing in front of 现将.
    static void run_together(const Document& document, const Hit& hit, const Sink& sink) {
        const Prose prose = document.prose();
        constexpr std::u32string_view ends = U"实呈出体表兑发再浮涌重展闪显";
        const char32_t before = char_before(prose.text(), hit.span.begin).code;
        if (!is_han(before) || ends.find(before) != std::u32string_view::npos) return;
        const Span where = prose.source(hit.span);
        sink.report(where, message::stop{.found = prose.text(hit.span)})
            .fix(Safety::unsafe, message::insert{})
            .replace({where.begin, where.begin}, stop);
    }

    /// “一是及时发布信息二是规范办理申请”: in a paragraph of points some begin inside a clause. One
    /// finding for each paragraph.
    static void points_run_together(const Document& document, const Sink& sink) {
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        std::vector<Span> places;
        constexpr std::string_view one = "一是";
        Span paragraph{};
        std::size_t first = 0;  // the first 一是 behind the paragraph's begin; it only moves on
        for (const Hit& hit : document.hits(list::points)) {
            if (hit.span.begin >= paragraph.end) {
                tell_points(document, sink, places);
                paragraph = paragraph_of(prose, hit.span.begin);
                if (first <= paragraph.begin) first = seek(text, one, paragraph.begin);
            }
            const bool follows =
                first != std::string_view::npos && first + one.size() <= hit.span.begin;
            if (follows && inside_clause(text, hit.span.begin))
                places.push_back(prose.source(hit.span));
        }
        tell_points(document, sink, places);
    }
    static void tell_points(const Document& document, const Sink& sink, std::vector<Span>& places) {
        if (places.empty()) return;
        Finding finding =
            sink.report(places.front(), message::stop{.found = document.text(places.front())});
        for (std::size_t i = 1; i < places.size(); ++i) finding.also(places[i], message::here{});
        auto&& fix = finding.fix(Safety::unsafe, message::insert{});
        for (const Span place : places) fix.replace({place.begin, place.begin}, stop);
        places.clear();
    }
    static bool inside_clause(std::string_view text, std::uint32_t at) {
        constexpr std::u32string_view other_words = U"第其之十期周初月";
        const char32_t before = char_before(text, at).code;
        return (is_han(before) || is_digit(before)) &&
               other_words.find(before) == std::u32string_view::npos;
    }
    static Span paragraph_of(const Prose& prose, std::uint32_t at) {
        const auto paragraphs = prose.paragraphs();
        const auto behind = std::ranges::upper_bound(paragraphs, at, {}, &Span::begin);
        return behind == paragraphs.begin() ? Span{at, at + 1} : *(behind - 1);
    }

    /// At most some clauses: a text without stops is not read again and again.
    static std::string_view rest_of_sentence(std::string_view text, std::size_t from) {
        constexpr std::size_t reach = 600;  // bytes
        const std::string_view rest = text.substr(from, reach);
        return rest.substr(0, std::min({rest.find("。"), rest.find("；"), rest.find('\n')}));
    }

    static constexpr std::string_view stop = "。";

    std::vector<std::string> lost_;
    Phrases leads_;
    std::vector<std::string> grounds_;
    Phrases continuations_;
    Phrases changes_;
    Phrases verbs_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(broken_sentence, gouji::wording::BrokenSentence);
