#include <gouji/phrases.hpp>

#include <algorithm>

#include "context.hpp"

namespace {

using namespace gouji::sdk;
using gouji::Phrases;

/// A sentence that tells this report's own work under another year. A year is judged by what its
/// sentence does with it, not by being another: comparing, planning, carrying over, citing and
/// signing all name other years rightly.
class WrongYear {
public:
    explicit WrongYear(Options) {}

    void check(Document document, Report report) const {
        const gouji_facts& facts = document.facts();
        if (facts.year == 0 || facts.report != GOUJI_REPORT_ANNUAL) return;
        const auto dates = document.dates();
        for (std::size_t i = 0; i < dates.size(); ++i) {
            const gouji_date& date = dates[i];
            if (date.year == 0 || date.year == facts.year || date.year_implied != 0) continue;
            if (date.sentence >= document.sentences().size() || i == facts.signed_date) continue;
            if (in_period(document, i)) continue;
            if (const char* message = judge(document, date)) tell(document, report, date, message);
        }
    }

private:
    /// The message that fits, or null where the year is in its place.
    [[nodiscard]] const char* judge(Document document, const gouji_date& date) const {
        const gouji_sentence& sentence = document.sentences()[date.sentence];
        const Kind kind = document.kind(sentence.node);
        if (kind == Kind::title || kind == Kind::signature) return nullptr;
        const std::string_view chapter = dates::chapter_kind(document, sentence);
        dates::Context around = dates::context(document, date);
        if (around.after.starts_with("度")) around.after.erase(0, std::string_view("度").size());

        const bool preface = sentence.chapter == GOUJI_NONE;
        if (preface && names_this_report(around)) return "report";
        if (date.quoted != 0 || mentions_own_year(document, date)) return nullptr;
        if (kind == Kind::heading && around.after.size() < heading_limit) {
            return headed(around, date.year > document.facts().year) ? "heading" : nullptr;
        }
        if (!opens_clause(around.before) || !own_subject(document, around.after)) return nullptr;
        if (date.month != 0) return nullptr;
        return date.year > document.facts().year ? judge_future(around, chapter)
                                                 : judge_past(document, date, around);
    }

    /// A coming year is for plans. “将…公开” plans; “共收到…规划类” does not.
    [[nodiscard]] const char* judge_future(const dates::Context& around,
                                           std::string_view chapter) const {
        const Phrases::Hit result = results_.next(around.after);
        const std::string_view words = around.after;
        if (result && !plans_.in(words.substr(0, result.at))) return "future";
        const bool outlook = chapter == "problems" || chapter == "other";
        return !outlook && claims_.in(words) && !plans_.in(words) ? "future" : nullptr;
    }

    [[nodiscard]] const char* judge_past(Document document, const gouji_date& date,
                                         const dates::Context& around) const {
        if (past_.in(around.before) || own_words_.in(around.before) || own_words_.in(around.after))
            return nullptr;
        const std::string_view opening = std::string_view(around.after).substr(0, opening_size);
        if (honours_.in(around.after) || history_.in(opening)) return nullptr;
        const bool counts = date.year + 1 == document.facts().year && sums_.in(around.after) &&
                            has_figure(document, date);
        if ((!counts && !claims_.in(around.after)) || compared(document, date)) return nullptr;
        return "past";
    }

    /// “现将2020年政府信息公开工作情况报告如下”, “编制了《2020年…年度报告》”.
    [[nodiscard]] bool names_this_report(const dates::Context& around) const {
        if (!report_topics_.in(std::string_view(around.after).substr(0, 60))) return false;
        // Only the words right in front count: “按照2020年…通知要求，现将…” cites.
        const std::size_t comma = around.before.rfind("，");
        const std::string_view clause =
            std::string_view(around.before).substr(comma == std::string::npos ? 0 : comma);
        return presents_.in(clause) && !bases_.in(clause);
    }

    [[nodiscard]] bool headed(const dates::Context& around, bool future) const {
        if (future && (plans_.in(around.after) || outlooks_.in(around.after))) return false;
        return heading_topics_.in(around.after) && !past_.in(around.before);
    }

    /// The year stands where a sentence says when: at its start or behind a mark.
    static bool opens_clause(std::string_view before) {
        if (before.empty() || before.ends_with("，") || before.ends_with("。") ||
            before.ends_with("；") || before.ends_with("：") || before.ends_with("是") ||
            before.ends_with(",")) {
            return true;
        }
        return before.size() <= 12 && (before.ends_with("）") || before.ends_with("、") ||
                                       before.ends_with(".") || before.ends_with(")"));
    }

    /// What follows the year is the agency's doing: “，我局…”, “全镇…”, “共收到…”.
    [[nodiscard]] bool own_subject(Document document, std::string_view after) const {
        if (after.starts_with("，") || after.starts_with(",") || subjects_.begin(after))
            return true;
        const gouji_facts& facts = document.facts();
        for (const std::string_view name :
             {view(facts.agency), view(facts.unit), view(facts.division)}) {
            if (name.size() >= 6 && after.starts_with(name)) return true;
        }
        return false;
    }

    /// The same sentence names the report's year, or a neighbour opens with it: then the other
    /// year is there for contrast.
    static bool mentions_own_year(Document document, const gouji_date& date) {
        for (const gouji_date& other : document.dates()) {
            const bool own = other.year == document.facts().year && other.quoted == 0;
            if (own && other.sentence == date.sentence) return true;
        }
        return false;
    }
    static bool compared(Document document, const gouji_date& date) {
        for (const gouji_date& other : document.dates()) {
            const bool own = other.year == document.facts().year && other.quoted == 0;
            if (!own || other.month != 0 || other.sentence == GOUJI_NONE) continue;
            const bool beside =
                other.sentence + 1 == date.sentence || date.sentence + 1 == other.sentence;
            if (beside && dates::same_paragraph(document, other.sentence, date.sentence) &&
                dates::context(document, other).before.empty()) {
                return true;
            }
        }
        return false;
    }

    static bool has_figure(Document document, const gouji_date& date) {
        const auto quantities = document.quantities();
        return std::any_of(quantities.begin(), quantities.end(), [&](const gouji_quantity& figure) {
            return figure.sentence == date.sentence && figure.span.begin > date.span.begin;
        });
    }

    static bool in_period(Document document, std::size_t date) {
        for (const gouji_period& period : document.periods()) {
            if (period.from == date || period.to == date) return true;
        }
        return false;
    }

    static void tell(Document document, Report report, const gouji_date& date,
                     const char* message) {
        const std::int32_t year = document.facts().year;
        Finding finding = report.at(date.span, message);
        finding.with("found", date.year).with("year", year);
        const std::string digits = std::to_string(date.year);
        if (document.text(date.span).starts_with(digits)) {
            finding.fix(Safety::unsafe, "write").with("year", year);
            finding.replace(part(date.span, 0, digits.size()), std::to_string(year));
        }
    }

    static constexpr std::size_t heading_limit = 60;
    static constexpr std::size_t opening_size = 60;  // some twenty characters

    // The sentence sets another year beside the report's.
    Phrases own_words_{"本年", "今年", "去年", "往年", "历年", "前一年", "跨年"};
    Phrases past_{"自20", "截至", "截止", "以来", "早在", "相比",
                  "与20", "相较", "较20", "比20", "对比"};
    Phrases honours_{"评为", "荣获",     "获评",     "授予",    "表彰",
                     "补录", "补充公开", "历史信息", "历史文件"};
    Phrases history_{"以来", "至今", "年报", "年度报告", "决算", "转隶", "机构改革", "挂牌",
                     "组建", "成立", "设立", "撤销",     "评估", "考核", "测评"};
    Phrases plans_{"将",   "计划", "拟",   "下一步",   "下步",   "今后", "力争",
                   "争取", "预计", "打算", "要进一步", "要继续", "继续", "努力",
                   "目标", "谋划", "预算", "需要",     "要加强", "要以", "建议"};
    Phrases outlooks_{"思路", "展望", "安排", "措施", "方向", "要点"};
    // What only finished work can say.
    Phrases results_{"收到",
                     "未收到",
                     "没有收到",
                     "未接到",
                     "接到",
                     "共公开",
                     "共主动公开",
                     "主动公开政府信息",
                     "全年",
                     "累计",
                     "办结",
                     "答复了",
                     "取得了",
                     "完成了",
                     "开展了",
                     "举办了",
                     "召开了",
                     "未发生",
                     "未收取",
                     "没有收取",
                     "无政府信息公开申请",
                     "无申请",
                     "未发出",
                     "没有因",
                     "未因",
                     "没有被",
                     "未出现",
                     "没有出现",
                     "没有发生",
                     "未产生"};
    Phrases claims_{
        "收到",           "接到",     "受理",     "全年",         "累计",     "共公开",
        "共主动",         "共发布",   "共收",     "共办",         "总计",     "主动公开",
        "公开政府信息",   "公开信息", "发布信息", "发布政府信息", "办结",     "答复",
        "认真",           "坚持",     "严格",     "深入",         "扎实",     "积极",
        "全面",           "以习近平", "领导下",   "指导下",       "围绕",     "高度重视",
        "不断",           "持续",     "切实",     "着力",         "取得",     "稳步",
        "有序",           "未发生",   "没有发生", "未收取",       "没有收取", "无申请",
        "无政府信息公开", "没有收到", "按照",     "贯彻",         "落实",     "聚焦",
        "立足",           "紧扣",     "根据",     "依法",         "依托",     "通过",
        "组织",           "举办",     "推进",     "加强",         "强化",     "完善",
        "未产生",         "未发出"};
    Phrases sums_{"共", "全年", "累计", "总计", "合计", "公开", "发布"};
    Phrases subjects_{"我局",
                      "我镇",
                      "我乡",
                      "我县",
                      "我市",
                      "我区",
                      "我委",
                      "我办",
                      "我街道",
                      "我中心",
                      "我单位",
                      "我厅",
                      "我院",
                      "我站",
                      "我省",
                      "我州",
                      "我旗",
                      "我队",
                      "我所",
                      "我校",
                      "我会",
                      "我社区",
                      "本局",
                      "本镇",
                      "本乡",
                      "本县",
                      "本市",
                      "本区",
                      "本委",
                      "本单位",
                      "本机关",
                      "本街道",
                      "本中心",
                      "全局",
                      "全镇",
                      "全乡",
                      "全县",
                      "全市",
                      "全区",
                      "全街道",
                      "全省",
                      "全州",
                      "全旗",
                      "全系统",
                      "县政府",
                      "市政府",
                      "区政府",
                      "镇政府",
                      "乡政府",
                      "街道办",
                      "县人民政府",
                      "市人民政府",
                      "区人民政府",
                      "镇党委",
                      "局机关",
                      "机关",
                      "共",
                      "全年",
                      "累计",
                      "总计",
                      "未收到",
                      "没有收到",
                      "收到",
                      "接到",
                      "未接到",
                      "未发生",
                      "没有发生",
                      "无",
                      "未收取",
                      "没有收取",
                      "主动公开",
                      "在",
                      "坚持",
                      "认真",
                      "严格",
                      "始终",
                      "政府信息公开工作",
                      "政务公开工作",
                      "信息公开工作",
                      "共计",
                      "办理",
                      "受理"};
    // The preface presents the report.
    Phrases presents_{"现将", "编制",   "公布", "发布", "形成", "撰写",
                      "制作", "本报告", "总结", "报告", "汇报", "向社会"};
    Phrases bases_{"根据",     "按照",     "依据",     "依照",    "遵照",
                   "关于做好", "关于报送", "关于印发", "关于规范"};
    Phrases report_topics_{"政府信息公开", "政务公开", "信息公开", "年度报告", "年报"};
    Phrases heading_topics_{"政府信息公开", "政务公开", "信息公开", "主动公开",
                            "总体情况",     "工作情况", "依申请"};
};

}  // namespace

GOUJI_RULE(wrong_year, WrongYear);
