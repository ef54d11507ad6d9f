#include <gouji/phrases.hpp>

#include <algorithm>
#include <array>
#include <bitset>

#include "outline.hpp"
#include "preface_parts.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::preface_parts;

/// “由……六个部分组成” with another number of items than it says, or a list of only some chapters.
class PrefaceParts {
public:
    explicit PrefaceParts(Options options)
        : titles_(options.words(list::titles)), lists_(options.words(list::lists)) {
        for (const std::string& ordinal : options.values(list::titles))
            chapter_of_.push_back(static_cast<std::size_t>(ordinal.front() - '1'));
    }

    void check(Document document, Sink sink) const {
        const Prose prose = document.prose();
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (paragraph.kind == Kind::title || paragraph.kind == Kind::heading) continue;
            if (paragraph.chapter != GOUJI_NONE && !in_overview(document, paragraph)) break;
            std::size_t from = 0;
            while (from < paragraph.text.size()) {
                const std::size_t stop =
                    std::min(paragraph.text.find("。", from), paragraph.text.size());
                const std::string_view sentence = paragraph.text.substr(from, stop - from);
                check_sentence(document, sentence,
                               prose.source(paragraph.folded.begin + from, sentence.size()), sink);
                from = stop + 3;
            }
        }
    }

private:
    /// How many items a list has: with “和”, “及” and the pause inside 行政复议、行政诉讼 counted
    /// as joining, and as parting.
    struct Items {
        std::size_t least;
        std::size_t most;
    };

    /// “六个部分”: its bytes and the number; 0 when the sentence says none.
    struct Said {
        std::size_t at = 0;
        std::size_t end = 0;
        std::size_t number = 0;
    };

    static bool in_overview(Document document, const structure::Paragraph& paragraph) {
        const gouji_chapter* top = structure::top_of(document, paragraph.chapter);
        return top != nullptr && view(top->kind) == "overview";
    }

    void check_sentence(Document document, std::string_view sentence, Span where, Sink sink) const {
        if (sentence.find("、") == std::string_view::npos || !lists_.in(sentence)) return;
        const std::size_t chapters = named(sentence).count();
        const Said said = number_of_parts(sentence);
        if (said.number == 0) {
            // The chapters by name, without “等”: then all of them are meant.
            const std::size_t all = document.expected_chapters().size();
            const bool open = sentence.find("等") != std::string_view::npos;
            if (chapters >= 3 && chapters < all && !open)
                sink.report(where, message::some{.all = all, .count = chapters});
            return;
        }
        const std::string_view list = listed(sentence, said);
        if (named(list).count() < 2) return;
        const Items items = count_items(list);
        const bool fits = items.least <= said.number && said.number <= items.most;
        // “主动公开、依申请公开等五个部分” names some of them.
        const bool open = list.ends_with("等") && items.most < said.number;
        if (fits || open || named(list).count() == said.number) return;
        sink.report(where, message::number{.count = items.least, .said = said.number});
    }

    /// Which chapters a text names.
    [[nodiscard]] std::bitset<16> named(std::string_view text) const {
        std::bitset<16> out;
        for (auto hit = titles_.next(text); hit; hit = titles_.next(text, hit.end()))
            out.set(chapter_of_[hit.index]);
        return out;
    }

    /// The list that the number counts: after it (“六个部分：……”), else in front of it.
    [[nodiscard]] std::string_view listed(std::string_view sentence, const Said& said) const {
        const std::string_view after = sentence.substr(said.end);
        const bool closes = after.starts_with("组成") || after.starts_with("构成");
        if (!closes && named(after).count() >= 2) {
            const std::size_t colon = after.find("：");
            return colon == std::string_view::npos ? after : after.substr(colon + 3);
        }
        std::string_view front = sentence.substr(0, said.at);
        if (front.ends_with("共")) front.remove_suffix(3);
        if (front.ends_with("，")) front.remove_suffix(3);
        const auto verb = lists_.next(front);
        const std::string_view tail = verb ? front.substr(verb.end()) : front;
        // “由总体情况”, “包括：总体情况”.
        const auto title = titles_.next(tail);
        return title ? tail.substr(title.at) : tail;
    }

    static Said number_of_parts(std::string_view sentence) {
        static constexpr std::array<std::string_view, 10> han{"一", "二", "三", "四", "五",
                                                              "六", "七", "八", "九", "十"};
        for (const std::string_view noun : {"部分", "方面", "章"}) {
            const std::size_t at = sentence.rfind(noun);
            if (at == std::string_view::npos) continue;
            std::string_view before = sentence.substr(0, at);
            for (const std::string_view word : {"大", "个", "项"}) {
                if (before.ends_with(word)) before.remove_suffix(word.size());
            }
            const std::size_t end = at + noun.size();
            if (!before.empty() && before.back() >= '2' && before.back() <= '9')
                return {before.size() - 1, end, static_cast<std::size_t>(before.back() - '0')};
            if (before.ends_with("两")) return {before.size() - 3, end, 2};
            for (std::size_t i = 1; i < han.size(); ++i) {
                if (before.ends_with(han[i])) return {before.size() - 3, end, i + 1};
            }
        }
        return {};
    }

    static Items count_items(std::string_view list) {
        Items items{1, 1};
        std::size_t commas = 0;
        std::size_t pauses = 0;    // 、 that part two items for certain
        std::size_t doubtful = 0;  // 、 inside one title, or between two
        bool marked = true;        // a mark stands right in front
        for (std::size_t at = 0; at + 3 <= list.size();) {
            const std::string_view here = list.substr(at);
            const std::size_t size = gouji::char_at(list, at).size;
            const bool mark = here.starts_with("、") || here.starts_with("，") ||
                              here.starts_with("；") || here.starts_with(";");
            const bool joins = here.starts_with("和") || here.starts_with("及") ||
                               here.starts_with("与") || here.starts_with("以及");
            const std::string_view after = here.substr(here.starts_with("以及") ? 2 * size : size);
            const bool one_title =
                std::any_of(halves.begin(), halves.end(),
                            [&](std::string_view half) { return after.starts_with(half); });
            const bool rim = at == 0 || after.empty() || after.starts_with("等");
            // “，和存在的主要问题”: the conjunction goes with the mark.
            items.most += (mark || (joins && !one_title && !marked)) && !rim ? 1 : 0;
            items.least += mark && !one_title && !rim ? 1 : 0;
            if (mark && !rim && here.starts_with("、")) ++(one_title ? doubtful : pauses);
            if (mark && !rim && !here.starts_with("、")) ++commas;
            marked = mark;
            at += here.starts_with("以及") ? 2 * size : size;
        }
        // Where commas part the chapters, a pause is part of a title.
        if (commas > 1 && pauses == 0) items.most -= doubtful;
        return items;
    }

    /// What comes after the “和” or the pause inside one title: 收到和处理, 行政复议、行政诉讼.
    static constexpr std::array<std::string_view, 7> halves{
        "行政诉讼", "提起行政诉讼", "诉讼", "改进", "处理", "整改", "办理"};

    gouji::Phrases titles_;
    gouji::Phrases lists_;
    std::vector<std::size_t> chapter_of_;  ///< from 0, of each title
};

}  // namespace

GOUJI_RULE(preface_parts, PrefaceParts);
