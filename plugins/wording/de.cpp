#include <gouji/grouped.hpp>
#include <gouji/paragraph.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "de.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::de;

/// 准确的公开信息: an adverb takes 地.
class De {
public:
    explicit De(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        each_paragraph(document, [&](const Paragraph& paragraph) {
            const std::u16string_view text = paragraph.codes();
            for (std::size_t at = text.find(u'的'); at != std::u16string_view::npos;
                 at = text.find(u'的', at + 1)) {
                if (modifies_verb(text, at)) places.push_back({paragraph.source(at, at + 1), "地"});
            }
        });
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    static constexpr auto manners = std::to_array<std::u16string_view>(
        {u"及时", u"准确", u"规范", u"全面",   u"主动",     u"积极", u"认真", u"有效",
         u"扎实", u"切实", u"严格", u"深入",   u"分门别类", u"有序", u"快速", u"更好",
         u"充分", u"不断", u"逐步", u"全方位", u"多渠道",   u"客观", u"真实", u"细致",
         u"耐心", u"高效", u"顺利", u"圆满",   u"自觉",     u"广泛", u"清晰", u"完整",
         u"科学", u"合理", u"依法", u"持续",   u"便捷",     u"方便"});
    static constexpr auto verbs = std::to_array<std::u16string_view>(
        {u"公开", u"开展", u"推进", u"推动", u"做好", u"完成", u"落实", u"执行", u"发布", u"更新",
         u"回应", u"解读", u"答复", u"办理", u"处理", u"反映", u"了解", u"提高", u"提升", u"加强",
         u"宣传", u"掌握", u"获取", u"解决", u"贯彻", u"履行", u"保障", u"满足"});
    /// Verbs that want an object and are hardly ever nouns themselves.
    static constexpr auto transitive = std::to_array<std::u16string_view>(
        {u"开展", u"推进", u"做好", u"完善", u"履行", u"贯彻", u"开好", u"抓好", u"办好", u"完成"});
    /// Behind these verbs they make a noun of both: 有效的推进机制.
    static constexpr auto nouns = std::to_array<std::u16string_view>(
        {u"的",   u"机制", u"方式", u"方法", u"情况", u"过程",   u"力度",   u"措施",   u"计划",
         u"步骤", u"体系", u"速度", u"能力", u"程度", u"建议",   u"意见",   u"效果",   u"态势",
         u"和",   u"与",   u"及",   u"是",   u"方案", u"规划",   u"模式",   u"路径",   u"思路",
         u"格局", u"局面", u"氛围", u"势头", u"节奏", u"工作机", u"工作方", u"工作体", u"有"});
    /// Objects that show the verb to be one: 公开|各类信息, not 推进|机制.
    static constexpr auto objects = std::to_array<std::u16string_view>(
        {u"各类", u"各项", u"政府信息", u"政务信息", u"相关", u"有关", u"了", u"群众", u"社会关切",
         u"我镇", u"我局", u"我县", u"公众"});

    template <class Words>
    static bool starts_with(std::u16string_view text, const Words& words, std::size_t& size) {
        for (const std::u16string_view word : words) {
            if (!text.starts_with(word)) continue;
            size = word.size();
            return true;
        }
        return false;
    }

    static bool modifies_verb(std::u16string_view text, std::size_t at) {
        const std::u16string_view before = text.substr(0, at);
        const bool manner = std::ranges::any_of(
            manners, [&](std::u16string_view word) { return before.ends_with(word); });
        if (!manner) return false;
        const std::u16string_view behind = text.substr(at + 1);
        for (const std::u16string_view whole :
             {u"对外公开", u"向社会公开", u"对外发布", u"对外公布", u"向社会发布", u"向社会公布"}) {
            if (behind.starts_with(whole)) return true;
        }
        std::size_t verb = 0;
        std::size_t object = 0;
        if (starts_with(behind, transitive, verb)) {
            const std::u16string_view rest = behind.substr(verb);
            return !rest.empty() && is_han(rest.front()) && !starts_with(rest, nouns, object);
        }
        return starts_with(behind, verbs, verb) &&
               starts_with(behind.substr(verb), objects, object);
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(de, gouji::wording::De);
