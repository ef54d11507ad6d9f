#include "gouji/parse/boilerplate.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace gouji {
namespace {

using Localized = std::string_view;

/// Names of a page's data; a mark, a blank or the line's end follows.
constexpr std::array page_data{
    Localized("发布时间"),     Localized("发布日期"),     Localized("发文日期"),
    Localized("成文日期"),     Localized("生成日期"),     Localized("公开日期"),
    Localized("公开时间"),     Localized("更新时间"),     Localized("更新日期"),
    Localized("录入时间"),     Localized("日期"),         Localized("时间"),
    Localized("信息来源"),     Localized("文章来源"),     Localized("稿件来源"),
    Localized("内容来源"),     Localized("来源"),         Localized("作者"),
    Localized("责任编辑"),     Localized("编辑"),         Localized("审核"),
    Localized("浏览次数"),     Localized("浏览量"),       Localized("浏览"),
    Localized("点击次数"),     Localized("点击数"),       Localized("点击量"),
    Localized("点击率"),       Localized("点击"),         Localized("阅读次数"),
    Localized("阅读量"),       Localized("阅读"),         Localized("访问量"),
    Localized("访问次数"),     Localized("字体大小"),     Localized("字体"),
    Localized("字号"),         Localized("索引号"),       Localized("索取号"),
    Localized("主题分类"),     Localized("主题词"),       Localized("关键词"),
    Localized("信息分类"),     Localized("分类"),         Localized("体裁分类"),
    Localized("组配分类"),     Localized("发布机构"),     Localized("发布单位"),
    Localized("发文机关"),     Localized("发文机构"),     Localized("公开方式"),
    Localized("公开范围"),     Localized("公开形式"),     Localized("公开属性"),
    Localized("公开类别"),     Localized("文号"),         Localized("发文字号"),
    Localized("信息名称"),     Localized("文件名称"),     Localized("名称"),
    Localized("标题"),         Localized("有效性"),       Localized("时效性"),
    Localized("信息时效期"),   Localized("当前位置"),     Localized("您的位置"),
    Localized("您当前的位置"), Localized("您现在的位置"), Localized("您所在的位置"),
    Localized("所在位置"),     Localized("保护视力色"),   Localized("视力保护色"),
    Localized("背景色"),       Localized("内容概述"),     Localized("统一编号"),
    Localized("信息类别"),     Localized("语种"),         Localized("载体类型"),
    Localized("扫一扫"),
};

/// What a page offers to press.
constexpr std::array page_buttons{
    Localized("首页"),
    Localized("网站首页"),
    Localized("主页"),
    Localized("返回首页"),
    Localized("打印"),
    Localized("打印本页"),
    Localized("打印页面"),
    Localized("我要打印"),
    Localized("打印此页"),
    Localized("关闭"),
    Localized("关闭窗口"),
    Localized("关闭本页"),
    Localized("关闭页面"),
    Localized("返回"),
    Localized("返回顶部"),
    Localized("顶部"),
    Localized("分享"),
    Localized("分享到"),
    Localized("一键分享"),
    Localized("收藏"),
    Localized("收藏本页"),
    Localized("加入收藏"),
    Localized("设为首页"),
    Localized("微信"),
    Localized("微博"),
    Localized("新浪微博"),
    Localized("腾讯微博"),
    Localized("QQ空间"),
    Localized("QQ"),
    Localized("朋友圈"),
    Localized("上一篇"),
    Localized("下一篇"),
    Localized("上一条"),
    Localized("下一条"),
    Localized("大"),
    Localized("中"),
    Localized("小"),
    Localized("放大"),
    Localized("缩小"),
    Localized("默认"),
    Localized("无障碍"),
    Localized("无障碍浏览"),
    Localized("无障碍阅读"),
    Localized("长者模式"),
    Localized("关怀版"),
    Localized("适老版"),
    Localized("适老模式"),
    Localized("长者版"),
    Localized("长者助手"),
    Localized("网站地图"),
    Localized("联系我们"),
    Localized("关于我们"),
    Localized("登录"),
    Localized("注册"),
    Localized("搜索"),
    Localized("检索"),
    Localized("高级搜索"),
    Localized("繁體"),
    Localized("繁体"),
    Localized("简体"),
    Localized("English"),
    Localized("RSS"),
    Localized("手机版"),
    Localized("移动版"),
    Localized("下载"),
    Localized("全文下载"),
    Localized("语音播报"),
    Localized("智能问答"),
    Localized("要闻动态"),
    Localized("新闻中心"),
    Localized("政务公开"),
    Localized("政务服务"),
    Localized("互动交流"),
    Localized("政民互动"),
    Localized("办事服务"),
    Localized("走进我们"),
    Localized("专题专栏"),
    Localized("数据开放"),
    Localized("解读回应"),
    Localized("复制链接"),
    Localized("信息公开"),
    Localized("政府信息公开"),
    Localized("政府信息公开年报"),
    Localized("政府信息公开指南"),
    Localized("政府信息公开制度"),
    Localized("法定主动公开内容"),
    Localized("依申请公开"),
    Localized("机构职能"),
    Localized("政府信息公开年度报告"),
    Localized("信息公开年报"),
    Localized("纠错"),
    Localized("我要纠错"),
};

/// What stands at the foot of a page, at the start of a line.
constexpr std::array footer_starts{
    Localized("版权所有"),     Localized("主办单位"),   Localized("主办："),
    Localized("主办:"),        Localized("承办单位"),   Localized("承办："),
    Localized("网站标识码"),   Localized("技术支持"),   Localized("备案号"),
    Localized("相关阅读"),     Localized("相关链接"),   Localized("相关文章"),
    Localized("相关信息"),     Localized("相关推荐"),   Localized("相关稿件"),
    Localized("延伸阅读"),     Localized("上一篇"),     Localized("下一篇"),
    Localized("上一条"),       Localized("下一条"),     Localized("分享到"),
    Localized("扫一扫"),       Localized("【打印"),     Localized("[打印"),
    Localized("打印本页"),     Localized("关闭窗口"),   Localized("返回顶部"),
    Localized("网站地图"),     Localized("责任编辑"),   Localized("友情链接"),
    Localized("Copyright"),    Localized("COPYRIGHT"),  Localized("©"),
    Localized("您访问的链接"), Localized("扫描二维码"),
};

/// …or anywhere in it.
constexpr std::array footer_parts{
    Localized("ICP备"),
    Localized("公网安备"),
    Localized("网站标识码"),
    Localized("版权所有"),
    Localized("All Rights Reserved"),
};

template <class Array>
bool contains(const Array& words, Localized token) {
    return std::find(words.begin(), words.end(), token) != words.end();
}

bool parts_tokens(char32_t c) {
    return is_blank(c) || c == '|' || c == U'｜' || c == U'【' || c == U'】' || c == '[' ||
           c == ']' || c == U'·' || c == '/' || c == U'〖' || c == U'〗' || c == '<' || c == '>' ||
           c == U'×';
}

bool is_label_mark(char32_t c) { return c == U'：' || c == ':'; }

/// Whether the token is a label of page data, alone or with its value behind a colon.
bool is_page_datum(Localized token) {
    for (const Localized label : page_data) {
        // Most differ in the first character's last byte: worth asking before comparing.
        if (token.size() < label.size() || token[2] != label[2] || !token.starts_with(label))
            continue;
        const Char next = char_at(token, label.size());
        if (next.size == 0 || is_label_mark(next.code)) return true;
    }
    return false;
}

bool is_separator(char32_t c) { return c == '>' || c == U'＞' || c == U'»' || c == U'›'; }

/// A path of short names: “首页 > 政务公开 > 年度报告”. Prose may hold a > of its own, as in
/// “印发<…的通知>”, so a line with the marks of a sentence or of a title is none.
bool is_breadcrumb(Localized line) {
    for (const Localized mark : {"。", "，", "；", "《", "》"}) {
        if (line.find(mark) != Localized::npos) return false;
    }
    bool arrow = false;
    for (std::size_t at = 0; at < line.size() && !arrow;) {
        const Char c = char_at(line, at);
        arrow = is_separator(c.code);
        at += c.size;
    }
    if (!arrow) arrow = line.find("->") != Localized::npos || line.find("&gt;") != Localized::npos;
    return arrow && (line.find("首页") != Localized::npos || line.find("位置") != Localized::npos ||
                     line.find("公开") != Localized::npos);
}

/// Drawn on both sides of a page's number.
bool is_page_mark(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0xB7 || c == 0x30FB;
}

}  // namespace

bool is_debris(std::string_view line) {
    if (line.starts_with("[bookmark:")) return trimmed(line.substr(line.find(']') + 1)).empty();
    if (line == "&nbsp;" || line == "&nbsp" || line == "<br>" || line == "<br/>") return true;
    return is_page_number(line);
}

bool is_page_number(std::string_view line) {
    constexpr std::size_t longest = 60;
    if (line.size() > longest) return false;
    std::size_t numbers = 0;
    std::size_t marks = 0;  // dashes and dots
    bool words = false;     // 第, 页, 共
    bool slash = false;
    bool in_number = false;
    char32_t first = 0;
    char32_t last = 0;
    for (std::size_t at = 0; at < line.size();) {
        const Char c = char_at(line, at);
        const char32_t code = half_width(c.code);
        at += c.size;
        if (is_blank(code)) continue;
        const bool digit = is_digit(code);
        numbers += digit && !in_number ? 1 : 0;
        in_number = digit;
        if (is_page_mark(code)) {
            ++marks;
        } else if (code == U'第' || code == U'页' || code == U'共') {
            words = true;
        } else if (code == '/') {
            slash = true;
        } else if (!digit && code != U'，' && code != ',') {
            return false;
        }
        if (first == 0) first = code;
        last = code;
    }
    if (words) return numbers >= 1 && numbers <= 2 && last == U'页';
    if (slash) return numbers == 2 && marks == 0 && is_digit(first) && is_digit(last);
    // “- 6 -”; “0 -” is two cells of a table.
    return numbers == 1 && is_page_mark(first) && is_page_mark(last);
}

bool is_row_remains(std::string_view line) {
    constexpr std::size_t least = 4;    // cells
    constexpr std::size_t widest = 18;  // bytes of one: six Han
    constexpr std::size_t longest = 400;
    if (line.size() > longest || line.find(' ') == Localized::npos) return false;
    std::vector<Localized> cells;
    std::size_t figures = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= line.size();) {
        const Char c = char_at(line, at);
        if (c.size == 0 || is_blank(c.code)) {
            const Localized cell = line.substr(begin, at - begin);
            if (cell.size() > widest) return false;
            if (!cell.empty()) cells.push_back(cell);
            figures += !cell.empty() && cell.find_first_not_of("0123456789.-") == Localized::npos;
            if (c.size == 0) break;
            begin = at + c.size;
        } else if (c.code == U'。' || c.code == U'，' || c.code == U'；' || c.code == U'、') {
            return false;
        }
        at += c.size;
    }
    if (cells.size() < least) return false;
    const bool repeats = std::ranges::any_of(cells, [&](Localized cell) {
        return cell.size() >= 6 && std::ranges::count(cells, cell) > 1;
    });
    return figures >= 3 || repeats;
}

bool is_page_boilerplate(std::string_view line) {
    constexpr std::size_t longest = 400;
    if (line.size() > longest) return false;
    if (is_breadcrumb(line)) return true;
    // Every token is a button, or the value of a datum named before.
    bool datum = false;
    std::size_t tokens = 0;
    std::size_t begin = 0;
    const auto token_fits = [&](Localized token) {
        if (token.empty()) return true;
        ++tokens;
        for (Char c = char_before(token, token.size()); is_label_mark(c.code);
             c = char_before(token, token.size())) {
            token.remove_suffix(c.size);
        }
        if (contains(page_buttons, token)) return true;
        if (is_page_datum(token)) {
            datum = true;
            return true;
        }
        return datum && token.size() <= 90;
    };
    for (std::size_t at = 0; at < line.size();) {
        const Char c = char_at(line, at);
        if (parts_tokens(c.code)) {
            if (!token_fits(line.substr(begin, at - begin))) return false;
            begin = at + c.size;
        }
        at += c.size;
    }
    if (!token_fits(line.substr(begin))) return false;
    // A lone “大” or “中” is no furniture; nor is a sentence that starts like a datum.
    return tokens != 0 && line.find("。") == Localized::npos && (datum || line.size() > 3);
}

bool opens_page_footer(std::string_view line) {
    constexpr std::size_t longest = 400;
    if (line.size() > longest) return false;
    for (const Localized start : footer_starts) {
        if (line.starts_with(start)) return line.find("。") == Localized::npos;
    }
    return std::ranges::any_of(footer_parts,
                               [&](Localized part) { return line.find(part) != Localized::npos; });
}

}  // namespace gouji
