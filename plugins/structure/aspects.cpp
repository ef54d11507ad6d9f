#include "aspects.hpp"

namespace structure {

Aspects::Aspects()
    : signs_{{
          {{"主动公开", "主动发布", "公开内容", "重点领域", "信息公开情况", "公开工作情况"},
           {"主动公开", "主动发布", "主动向社会公开"},
           {"公开信息", "发布信息", "公开各类", "发布各类", "公开政府信息", "发布政府信息",
            "信息公开量", "公布", "对外公开", "向社会公开"}},
          {{"依申请", "申请"},
           {"依申请", "信息公开申请", "公开申请", "申请公开", "申请公民"},
           {"申请"}},
          {{"管理", "制度", "审核", "审查", "目录", "信息资源", "规范", "信息质量"},
           {"信息管理", "信息发布管理", "信息资源管理",   "目录管理",   "三审",     "保密审查",
            "公开审查", "发布审查",     "信息审查",       "审查机制",   "审核发布", "发布审核",
            "信息审核", "审核机制",     "审核制度",       "公开目录",   "信息目录", "目录清单",
            "公开属性", "文件清理",     "规范性文件清理", "全生命周期", "先审后发", "属性源头认定"},
           {"审核", "审查", "目录", "动态调整", "信息更新", "更新维护", "清理", "存档", "归档",
            "信息台账", "信息发布机制", "信息质量", "信息自查"}},
          {{"平台", "网站", "新媒体", "渠道", "载体", "专栏", "专区", "公众号", "阵地", "途径",
            "栏目", "窗口"},
           {"平台建设",   "平台管理", "平台维护", "网站建设", "网站管理", "网站维护", "新媒体管理",
            "新媒体建设", "专栏建设", "专栏管理", "专栏维护", "专区建设", "栏目设置", "栏目建设",
            "渠道建设",   "载体建设", "阵地建设", "集约化",   "矩阵建设", "公开专区", "公开查阅点"},
           {}},
          {{"监督", "保障", "考核", "评议", "组织", "领导", "培训", "队伍", "责任", "督查", "督导",
            "教育"},
           {"监督保障", "保障监督", "社会评议", "责任追究", "绩效考核", "年度考核", "综合考核",
            "考核评估", "目标考核", "考核体系", "工作考核", "监督考核", "考核监督", "监督检查",
            "组织领导", "领导小组", "责任追究制"},
           {"考核", "培训", "督查", "督导", "监督", "保障", "评议", "追究", "追责", "问责", "自查",
            "检查"}},
      }},
      channels_{"平台",   "网站", "新媒体", "公众号", "专栏", "专区",
                "公开栏", "栏目", "客户端", "微博",   "渠道", "载体"},
      upkeep_{"建设", "优化", "完善", "维护", "运维", "改版", "升级", "规范", "管理",
              "建立", "设置", "设立", "开设", "打造", "搭建", "拓宽", "拓展", "整合",
              "健全", "更新", "改造", "推进", "加强", "新建", "开通", "运行"} {}

std::string_view Aspects::name(std::size_t aspect) {
    static constexpr std::array<std::string_view, count> names{
        "主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"};
    return names[aspect];
}

const gouji_chapter* Aspects::part(Document document, const gouji_chapter& overview,
                                   Aspect aspect) const {
    for (const gouji_chapter& part : document.chapters()) {
        if (part.level < 2 || !contains(overview.body, part.heading)) continue;
        if (signs_[aspect].heading.in(packed(document.text(part.title)))) return &part;
    }
    return nullptr;
}

std::bitset<Aspects::count> Aspects::headed(Document document,
                                            const gouji_chapter& overview) const {
    std::bitset<count> found;
    for (const gouji_chapter& part : document.chapters()) {
        if (part.level < 2 || !contains(overview.body, part.heading)) continue;
        const std::string title = packed(document.text(part.title));
        for (std::size_t i = 0; i < count; ++i) {
            if (signs_[i].heading.in(title)) found.set(i);
        }
    }
    return found;
}

std::bitset<Aspects::count> Aspects::in(Document document, const gouji_chapter& overview) const {
    std::bitset<count> found = headed(document, overview);
    const bool in_parts = found.count() >= 3;

    for (const Paragraph& paragraph : paragraphs(document)) {
        if (!contains(overview.body, paragraph.span)) continue;
        for (std::size_t i = 0; i < count; ++i) {
            if (found[i]) continue;
            if (signs_[i].strong.in(paragraph.text)) found.set(i);
            if (!in_parts && signs_[i].weak.in(paragraph.text)) found.set(i);
        }
        if (in_parts || found[platform]) continue;
        // “优化网站栏目” builds the platform; “通过网站发布” only uses it.
        for (std::size_t at = 0; at < paragraph.text.size();) {
            const std::size_t stop = paragraph.text.find("。", at);
            const std::string_view sentence =
                paragraph.text.substr(at, stop == std::string_view::npos ? stop : stop - at);
            if (channels_.in(sentence) && upkeep_.in(sentence)) found.set(platform);
            if (stop == std::string_view::npos) break;
            at = stop + std::string_view("。").size();
        }
    }
    return found;
}

}  // namespace structure
