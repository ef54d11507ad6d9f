#include "gouji/parse/boilerplate.hpp"

#include <gouji/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace gouji {
namespace {

using Words = std::string_view;

/// Names of a page's data; a mark, a blank or the line's end follows.
constexpr std::array page_data{
    Words("发布时间"),     Words("发布日期"), Words("发文日期"),     Words("成文日期"),
    Words("生成日期"),     Words("公开日期"), Words("公开时间"),     Words("更新时间"),
    Words("更新日期"),     Words("录入时间"), Words("日期"),         Words("时间"),
    Words("信息来源"),     Words("文章来源"), Words("稿件来源"),     Words("内容来源"),
    Words("来源"),         Words("作者"),     Words("责任编辑"),     Words("编辑"),
    Words("审核"),         Words("浏览次数"), Words("浏览量"),       Words("浏览"),
    Words("点击次数"),     Words("点击数"),   Words("点击量"),       Words("点击率"),
    Words("点击"),         Words("阅读次数"), Words("阅读量"),       Words("阅读"),
    Words("访问量"),       Words("访问次数"), Words("字体大小"),     Words("字体"),
    Words("字号"),         Words("索引号"),   Words("索取号"),       Words("主题分类"),
    Words("主题词"),       Words("关键词"),   Words("信息分类"),     Words("分类"),
    Words("体裁分类"),     Words("组配分类"), Words("发布机构"),     Words("发布单位"),
    Words("发文机关"),     Words("发文机构"), Words("公开方式"),     Words("公开范围"),
    Words("公开形式"),     Words("公开属性"), Words("公开类别"),     Words("文号"),
    Words("发文字号"),     Words("信息名称"), Words("文件名称"),     Words("名称"),
    Words("标题"),         Words("有效性"),   Words("时效性"),       Words("信息时效期"),
    Words("当前位置"),     Words("您的位置"), Words("您当前的位置"), Words("您现在的位置"),
    Words("您所在的位置"), Words("所在位置"), Words("保护视力色"),   Words("视力保护色"),
    Words("背景色"),       Words("内容概述"), Words("统一编号"),     Words("信息类别"),
    Words("语种"),         Words("载体类型"), Words("扫一扫"),
};

/// What a page offers to press.
constexpr std::array page_buttons{
    Words("首页"),
    Words("网站首页"),
    Words("主页"),
    Words("返回首页"),
    Words("打印"),
    Words("打印本页"),
    Words("打印页面"),
    Words("我要打印"),
    Words("打印此页"),
    Words("关闭"),
    Words("关闭窗口"),
    Words("关闭本页"),
    Words("关闭页面"),
    Words("返回"),
    Words("返回顶部"),
    Words("顶部"),
    Words("分享"),
    Words("分享到"),
    Words("一键分享"),
    Words("收藏"),
    Words("收藏本页"),
    Words("加入收藏"),
    Words("设为首页"),
    Words("微信"),
    Words("微博"),
    Words("新浪微博"),
    Words("腾讯微博"),
    Words("QQ空间"),
    Words("QQ"),
    Words("朋友圈"),
    Words("上一篇"),
    Words("下一篇"),
    Words("上一条"),
    Words("下一条"),
    Words("大"),
    Words("中"),
    Words("小"),
    Words("放大"),
    Words("缩小"),
    Words("默认"),
    Words("无障碍"),
    Words("无障碍浏览"),
    Words("无障碍阅读"),
    Words("长者模式"),
    Words("关怀版"),
    Words("适老版"),
    Words("适老模式"),
    Words("长者版"),
    Words("长者助手"),
    Words("网站地图"),
    Words("联系我们"),
    Words("关于我们"),
    Words("登录"),
    Words("注册"),
    Words("搜索"),
    Words("检索"),
    Words("高级搜索"),
    Words("繁體"),
    Words("繁体"),
    Words("简体"),
    Words("English"),
    Words("RSS"),
    Words("手机版"),
    Words("移动版"),
    Words("下载"),
    Words("全文下载"),
    Words("语音播报"),
    Words("智能问答"),
    Words("要闻动态"),
    Words("新闻中心"),
    Words("政务公开"),
    Words("政务服务"),
    Words("互动交流"),
    Words("政民互动"),
    Words("办事服务"),
    Words("走进我们"),
    Words("专题专栏"),
    Words("数据开放"),
    Words("解读回应"),
    Words("复制链接"),
    Words("信息公开"),
    Words("政府信息公开"),
    Words("政府信息公开年报"),
    Words("政府信息公开指南"),
    Words("政府信息公开制度"),
    Words("法定主动公开内容"),
    Words("依申请公开"),
    Words("机构职能"),
    Words("政府信息公开年度报告"),
    Words("信息公开年报"),
    Words("纠错"),
    Words("我要纠错"),
};

/// What stands at the foot of a page, at the start of a line.
constexpr std::array footer_starts{
    Words("版权所有"), Words("主办单位"),     Words("主办："),     Words("主办:"),
    Words("承办单位"), Words("承办："),       Words("网站标识码"), Words("技术支持"),
    Words("备案号"),   Words("相关阅读"),     Words("相关链接"),   Words("相关文章"),
    Words("相关信息"), Words("相关推荐"),     Words("相关稿件"),   Words("延伸阅读"),
    Words("上一篇"),   Words("下一篇"),       Words("上一条"),     Words("下一条"),
    Words("分享到"),   Words("扫一扫"),       Words("【打印"),     Words("[打印"),
    Words("打印本页"), Words("关闭窗口"),     Words("返回顶部"),   Words("网站地图"),
    Words("责任编辑"), Words("友情链接"),     Words("Copyright"),  Words("COPYRIGHT"),
    Words("©"),        Words("您访问的链接"), Words("扫描二维码"),
};

/// …or anywhere in it.
constexpr std::array footer_parts{
    Words("ICP备"),
    Words("公网安备"),
    Words("网站标识码"),
    Words("版权所有"),
    Words("All Rights Reserved"),
};

template <class Array>
bool contains(const Array& words, Words token) {
    return std::find(words.begin(), words.end(), token) != words.end();
}

bool parts_tokens(char32_t c) {
    return is_blank(c) || c == '|' || c == U'｜' || c == U'【' || c == U'】' || c == '[' ||
           c == ']' || c == U'·' || c == '/' || c == U'〖' || c == U'〗' || c == '<' || c == '>' ||
           c == U'×';
}

bool is_label_mark(char32_t c) { return c == U'：' || c == ':'; }

/// Whether the token is a label of page data, alone or with its value behind a colon.
bool is_page_datum(Words token) {
    for (const Words label : page_data) {
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
bool is_breadcrumb(Words line) {
    for (const Words mark : {"。", "，", "；", "《", "》"}) {
        if (line.find(mark) != Words::npos) return false;
    }
    bool arrow = false;
    for (std::size_t at = 0; at < line.size() && !arrow;) {
        const Char c = char_at(line, at);
        arrow = is_separator(c.code);
        at += c.size;
    }
    if (!arrow) arrow = line.find("->") != Words::npos || line.find("&gt;") != Words::npos;
    return arrow && (line.find("首页") != Words::npos || line.find("位置") != Words::npos ||
                     line.find("公开") != Words::npos);
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
    if (line.size() > longest || line.find(' ') == Words::npos) return false;
    std::vector<Words> cells;
    std::size_t figures = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= line.size();) {
        const Char c = char_at(line, at);
        if (c.size == 0 || is_blank(c.code)) {
            const Words cell = line.substr(begin, at - begin);
            if (cell.size() > widest) return false;
            if (!cell.empty()) cells.push_back(cell);
            figures += !cell.empty() && cell.find_first_not_of("0123456789.-") == Words::npos;
            if (c.size == 0) break;
            begin = at + c.size;
        } else if (c.code == U'。' || c.code == U'，' || c.code == U'；' || c.code == U'、') {
            return false;
        }
        at += c.size;
    }
    if (cells.size() < least) return false;
    const bool repeats = std::ranges::any_of(
        cells, [&](Words cell) { return cell.size() >= 6 && std::ranges::count(cells, cell) > 1; });
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
    const auto token_fits = [&](Words token) {
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
    return tokens != 0 && line.find("。") == Words::npos && (datum || line.size() > 3);
}

bool opens_page_footer(std::string_view line) {
    constexpr std::size_t longest = 400;
    if (line.size() > longest) return false;
    for (const Words start : footer_starts) {
        if (line.starts_with(start)) return line.find("。") == Words::npos;
    }
    return std::ranges::any_of(footer_parts,
                               [&](Words part) { return line.find(part) != Words::npos; });
}

}  // namespace gouji
