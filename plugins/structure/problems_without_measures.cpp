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
    explicit ProblemsWithoutMeasures(Options)
        : problems_{"问题", "不足",   "短板",   "差距", "薄弱", "不够",   "有待",   "欠缺",
                    "还需", "仍需",   "不高",   "不强", "较少", "不及时", "不到位", "滞后",
                    "弱项", "困难",   "单一",   "不深", "不全", "不平衡", "不充分", "偏弱",
                    "缺乏", "不完善", "不规范", "缺少", "不严", "偏少",   "偏低",   "较低",
                    "较弱", "不熟",   "不畅",   "不多"},
          measures_{"下一步",   "下步",     "改进措施", "改进情况", "改进方向", "整改",
                    "今后",     "采取",     "着力",     "重点做好", "重点从",   "将进一步",
                    "将继续",   "将加",     "将严",     "将不断",   "将重点",   "将以",
                    "将按",     "将从",     "将认",     "将积",     "将深",     "将持",
                    "将切",     "将坚",     "将围",     "将着",     "将完",     "将健",
                    "将强",     "将提",     "将结",     "将针",     "我们要",   "我局要",
                    "努力",     "计划",     "加大",     "狠抓",     "拟",       "予以改进",
                    "加以改进", "以下措施", "建议",     "改进工作", "力争",     "争取",
                    "整治",     "对策",     "措施：",   "措施如下", "措施有",   "举措："},
          doing_{"加强", "强化", "提高", "提升", "完善", "健全", "优化", "拓宽", "丰富", "创新",
                 "规范", "改进", "督促", "组织", "推进", "开展", "建立", "明确", "落实"} {}

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

    /// “将” as the future: “2024年，我局将配齐人员”. Behind 未 and 没有 it is a preposition.
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
        static constexpr std::array<std::string_view, 4> marks{"，", "。", "；", "："};
        std::size_t from = 0;
        while (from < text.size()) {
            std::size_t stop = text.size();
            for (const std::string_view mark : marks) stop = std::min(stop, text.find(mark, from));
            const std::string_view clause = text.substr(from, stop - from);
            if (doing_.in(clause) && !problems_.in(clause)) return true;
            from = stop + 3;
        }
        return false;
    }

    gouji::Phrases problems_;
    gouji::Phrases measures_;
    gouji::Phrases doing_;
};

}  // namespace

GOUJI_RULE(problems_without_measures, ProblemsWithoutMeasures);
