#include <gouji/phrases.hpp>

#include <algorithm>
#include <array>

#include "outline.hpp"
#include "problems_without_measures.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::problems_without_measures;

/// Chapter five with one half only: problems without measures, measures without problems.
class ProblemsWithoutMeasures {
public:
    explicit ProblemsWithoutMeasures(Options options)
        : problems_(options.words(list::problems)),
          measures_(options.words(list::measures)),
          doing_(options.words(list::doing)) {}

    void check(Document document, Sink sink) const {
        const gouji_chapter* chapter = structure::chapter(document, "problems");
        if (chapter == nullptr || structure::nothing_below(document, *chapter)) return;
        std::string text;
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (contains(chapter->body, paragraph.span) ||
                (chapter->run_in != 0 && contains(paragraph.span, chapter->heading))) {
                text.append(paragraph.text).append("。");
            }
        }
        if (text.empty()) return;
        const std::string_view heading = document.text(chapter->heading);
        if (gouji::length(text) <= 12) {
            sink.report(chapter->heading, message::short_{.chapter = heading});
        } else if (!problems_.in(text) && !states(text)) {
            sink.report(chapter->heading, message::no_problem{.chapter = heading});
        } else if (!measures_.in(text) && !will(text) && !acts(text)) {
            sink.report(chapter->heading, message::no_measure{.chapter = heading});
        }
    }

private:
    /// A sentence that only says how things are: “公开栏位置偏僻，看的人少。” No list of words
    /// holds all that can be a problem; what neither does nor promises anything may be one.
    [[nodiscard]] bool states(std::string_view text) const {
        static constexpr std::string_view stop = "。";
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.size(), text.find(stop, from));
            const std::string_view sentence = text.substr(from, end - from);
            if (gouji::length(sentence) >= 8 && !doing_.in(sentence) && !measures_.in(sentence))
                return true;
            from = end + stop.size();
        }
        return false;
    }

    /// “将” as the future: “2024年，我局将配齐人员”. After 未 and 没有 it is a preposition.
    static bool will(std::string_view text) {
        static constexpr std::string_view future = "将";
        for (std::size_t at = text.find(future); at != std::string_view::npos;
             at = text.find(future, at + future.size())) {
            const std::string_view before = text.substr(0, at);
            const std::string_view after = text.substr(at + future.size());
            const bool other =
                before.ends_with("未") || before.ends_with("有") || before.ends_with("不") ||
                before.ends_with("能") || before.ends_with("即") || before.ends_with("已") ||
                before.ends_with("存在") || after.starts_with("近") || after.starts_with("来") ||
                after.starts_with("军") || after.starts_with("要");
            const bool subject = !before.empty() && !before.ends_with("。");
            if (!other && subject) return true;
        }
        return false;
    }

    /// A clause that does something about it: “加强培训”, not “有待进一步加强”.
    [[nodiscard]] bool acts(std::string_view text) const {
        static constexpr std::u32string_view marks = U"，。；：";
        std::size_t from = 0;
        for (std::size_t at = 0; at < text.size();) {
            const gouji::Char c = gouji::char_at(text, at);
            at += c.size;
            if (marks.find(c.code) == std::u32string_view::npos) continue;
            const std::string_view clause = text.substr(from, at - from);
            if (doing_.in(clause) && !problems_.in(clause)) return true;
            from = at;
        }
        const std::string_view rest = text.substr(from);
        return doing_.in(rest) && !problems_.in(rest);
    }

    gouji::Phrases problems_;
    gouji::Phrases measures_;
    gouji::Phrases doing_;
};

}  // namespace

GOUJI_RULE(problems_without_measures, ProblemsWithoutMeasures);
