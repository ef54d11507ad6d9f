#include "sample/html_layout.hpp"

#include <cstddef>
#include <vector>

#include <iconv.h>

#include "sample/chance.hpp"
#include "sample/docx_parts.hpp"

namespace gouji::sample {
namespace {

std::string in_gb18030(std::string utf8) {
    const iconv_t converter = iconv_open("GB18030", "UTF-8");
    std::vector<char> out(2 * utf8.size() + 16);
    char *from = utf8.data(), *to = out.data();
    std::size_t from_left = utf8.size(), to_left = out.size();
    iconv(converter, &from, &from_left, &to, &to_left);
    iconv_close(converter);
    return {out.data(), out.size() - to_left};
}

class HtmlLayout {
public:
    HtmlLayout(const Report& report, Layout layout)
        : report_(report),
          noisy_(layout == Layout::html_noisy),
          unmerged_(layout == Layout::html_unmerged),
          chance_(static_cast<std::uint32_t>(report.year)) {}

    std::string render() {
        std::string title, article;
        for (const Block& block : report_.blocks) {
            if (block.kind == Kind::title) {
                title = block.text;
                article += "<h1 class=\"title\">" + block.text + "</h1>\n<div id=\"text\">\n";
            } else if (block.kind == Kind::table) {
                article += "<div align=\"center\">" + table(block) + "</div>\n";
            } else {
                article += "<p style=\"text-indent: 2em\">" + words(block.text) + "</p>\n";
            }
        }
        article += "</div>\n";
        std::string navigation;
        for (const char* item :
             {"首页", "政务公开", "政府信息公开指南", "政府信息公开年报", "依申请公开"})
            navigation += "<li><a href=\"/c\">" + std::string(item) + "</a></li>";
        const std::string about = "<table><tr><td>索引号<td>000014349/2024-00001<td>发布机构<td>" +
                                  report_.agency + "</tr><tr><td>名称<td colspan=3>" + title +
                                  "</tr></table>";
        std::string main = "<div class=\"main\">" + about + article + "</div>";
        if (noisy_) {
            main = "<table width=\"980\"><tr><td width=200><ul>" + navigation + "</ul></td><td>" +
                   main + "</td></tr></table>";
        }
        const std::string page =
            "<!doctype html>\n<html><head><meta charset=\"" +
            std::string(noisy_ ? "gb2312" : "utf-8") + "\"><title>" + title +
            "_政府信息公开</title>\n<script>var a = \"<p>一、总体情况</p>\"; if (1<2) {}</script>"
            "<style>.x{color:red}</style></head>\n<body><ul class=nav>" +
            navigation +
            "</ul>\n<div>当前位置：<a href=/>首页</a> &gt; 政府信息公开 &gt; 年报</div>\n" + main +
            "<div>【打印本页】【关闭窗口】</div><div><h3>相关信息</h3><ul>" + navigation +
            "</ul></div>\n<div>主办：" + report_.agency + "　ICP备00000001号</div></body></html>\n";
        return noisy_ ? in_gb18030(page) : page;
    }

private:
    std::string words(const std::string& text) {
        if (!noisy_) return docx::escaped(text);
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = at;
            for (int characters = 1 + chance_.below(9); characters > 0 && end < text.size();
                 --characters) {
                do ++end;
                while (end < text.size() &&
                       (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
            }
            const std::string piece = docx::escaped(text.substr(at, end - at));
            out += chance_.one_in(2) ? "<span style=\"font-family: 仿宋\">" + piece + "</span>"
                                     : "<font face=\"仿宋\">" + piece + "</font>";
            at = end;
        }
        return out + "<span><o:p></o:p></span>";
    }

    std::string table(const Block& block) {
        std::string out = "<table border=\"1\"><tbody>";
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
            out += "<tr>";
            int column = 0;
            for (const Cell& cell : block.rows[i]) {
                std::size_t down = 1;
                while (i + down < block.rows.size() && is_covered_at(block.rows[i + down], column))
                    ++down;
                if (unmerged_) {
                    out += "<td>" + docx::escaped(cell.text) + "</td>";
                    for (int more = 1; more < cell.columns; ++more) out += "<td></td>";
                } else if (!cell.covered) {
                    out += "<td colspan=\"" + std::to_string(cell.columns) +
                           "\" rowspan=" + std::to_string(down) + ">\n<p align=\"center\">" +
                           (cell.text.empty() ? "&nbsp;" : words(cell.text)) + "</p>\n</td>";
                }
                column += cell.columns;
            }
            out += "</tr>\n";
        }
        return out + "</tbody></table>";
    }

    const Report& report_;
    bool noisy_;
    bool unmerged_;
    Chance chance_;
};

}  // namespace

std::string render_html(const Report& report, Layout layout) {
    return HtmlLayout(report, layout).render();
}

}  // namespace gouji::sample
