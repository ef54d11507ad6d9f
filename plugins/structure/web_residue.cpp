#include <gouji/phrases.hpp>

#include "outline.hpp"
#include "web_residue.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::web_residue;

/// Words of a web page around the report; one finding a file.
class WebResidue {
public:
    explicit WebResidue(Options)
        : words_{"扫一扫",     "打印本页",   "【打印】",     "【关闭】",   "关闭窗口", "浏览次数",
                 "阅读次数",   "【字体",     "字体：",       "分享到",     "分享：",   "上一篇",
                 "下一篇",     "当前位置",   "您现在的位置", "返回顶部",   "网站地图", "版权所有",
                 "点击数",     "访问量：",   "朗读",         "无障碍浏览", "设为首页", "加入收藏",
                 "发布时间：", "信息来源：", "索引号"} {}

    void check(Document document, Sink sink) const {
        std::vector<Span> places;
        for (const Node node : document.all(Kind::residue)) {
            const Span span = document.span(node);
            if (words_.in(structure::packed(document.text(span)))) places.push_back(span);
        }
        // Short lines that were taken for prose.
        for (const structure::Paragraph& paragraph : structure::paragraphs(document)) {
            if (paragraph.kind != Kind::paragraph || gouji::length(paragraph.text) > 30) continue;
            if (words_.begin(paragraph.text)) places.push_back(paragraph.span);
        }
        if (places.empty()) return;
        Finding finding =
            sink.report(places.front(),
                        message::residue{.count = places.size(),
                                         .words = gouji::trimmed(document.text(places.front()))});
        for (std::size_t i = 1; i < places.size(); ++i) finding.also(places[i], message::here{});
    }

private:
    gouji::Phrases words_;
};

}  // namespace

GOUJI_RULE(web_residue, WebResidue);
