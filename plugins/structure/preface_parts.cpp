#include <gouji/phrases.hpp>

#include <algorithm>
#include <array>

#include "outline.hpp"
#include "preface_parts.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::preface_parts;

/// A preface that lists another number of parts than it says, or only some of the chapters.
class PrefaceParts {
public:
    explicit PrefaceParts(Options)
        : kinds_{"总体情况",   "总体概况", "概述",         "基本情况", "主动公开", "收到和处理",
                 "依申请公开", "申请情况", "处理政府信息", "行政复议", "行政诉讼", "复议诉讼",
                 "主要问题",   "存在问题", "存在的问题",   "改进情况", "其他需要", "其它需要",
                 "其他事项",   "其他应当", "需要报告的"},
          lists_{"组成", "包括", "包含", "分为", "部分"} {}

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
                const Span where = prose.source(paragraph.folded.begin + from, sentence.size());
                judge(document, sentence, where, sink);
                from = stop + 3;
            }
        }
    }

private:
    static bool in_overview(Document document, const structure::Paragraph& paragraph) {
        const gouji_chapter* top = structure::top_of(document, paragraph.chapter);
        return top != nullptr && view(top->kind) == "overview";
    }

    void judge(Document document, std::string_view sentence, Span where, Sink sink) const {
        // The list ends with the last title that is named.
        static constexpr std::array<std::size_t, 21> chapter_of{0, 0, 0, 0, 1, 2, 2, 2, 2, 3, 3,
                                                                3, 4, 4, 4, 4, 5, 5, 5, 5, 5};
        std::array<bool, 6> named{};
        std::size_t begin = std::string_view::npos;
        std::size_t end = 0;
        for (auto hit = kinds_.next(sentence); hit; hit = kinds_.next(sentence, hit.end())) {
            named[chapter_of[hit.index]] = true;
            begin = std::min(begin, hit.at);
            end = hit.end();
        }
        const auto count = static_cast<std::size_t>(std::count(named.begin(), named.end(), true));
        const bool lists = lists_.in(sentence);
        if (count < 3 || !lists || sentence.find("报告") == std::string_view::npos) return;
        const bool open = sentence.substr(begin).find("等") != std::string_view::npos;
        const std::size_t said = number_of_parts(sentence);
        if (said != 0) {
            const std::size_t items = count_items(sentence.substr(begin, end - begin));
            if (open || said == count || said == items) return;
            sink.report(where, message::number{.count = count, .said = said});
        } else if (!open && count < document.expected_chapters().size()) {
            sink.report(where,
                        message::some{.all = document.expected_chapters().size(), .count = count});
        }
    }

    /// “六个部分”, “6部分”: 6; 0 when no number is said.
    static std::size_t number_of_parts(std::string_view sentence) {
        static constexpr std::array<std::string_view, 9> han{"一", "两", "三", "四", "五",
                                                             "六", "七", "八", "九"};
        std::size_t at = sentence.rfind("部分");
        if (at == std::string_view::npos) return 0;
        std::string_view before = sentence.substr(0, at);
        for (const std::string_view word : {"个", "大", "个大"}) {
            if (before.ends_with(word)) before.remove_suffix(word.size());
        }
        if (!before.empty() && before.back() >= '1' && before.back() <= '9') {
            return static_cast<std::size_t>(before.back() - '0');
        }
        for (std::size_t i = 0; i < han.size(); ++i) {
            if (before.ends_with(han[i])) return i + 1;
        }
        return before.ends_with("二") ? 2 : 0;
    }

    /// Items between the separators; “行政复议、行政诉讼” is one.
    static std::size_t count_items(std::string_view list) {
        std::size_t items = 1;
        for (std::size_t at = 0; at + 3 <= list.size(); ++at) {
            const std::string_view here = list.substr(at);
            if (!here.starts_with("、") && !here.starts_with("，") && !here.starts_with("；"))
                continue;
            if (here.substr(3).starts_with("行政诉讼") ||
                here.substr(3).starts_with("提起行政诉讼"))
                continue;
            ++items;
        }
        return items;
    }

    gouji::Phrases kinds_;
    gouji::Phrases lists_;
};

}  // namespace

GOUJI_RULE(preface_parts, PrefaceParts);
