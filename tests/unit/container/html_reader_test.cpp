#include "gouji/container/html_reader.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

const ReportWords words{
    [](std::string_view line) { return line == "一、总体情况" || line == "二、主动公开"; },
    [](std::string_view cell) { return cell == "规章" || cell == "行政许可" || cell == "自然人"; },
};

Result<HtmlDocument> read(const std::string& page) { return read_html(page, "", words); }

std::string text_of(const std::string& page) {
    const auto document = read(page);
    return document ? std::string(document->extracted.text.view())
                    : "cannot be read: " + document.error().en;
}

/// The lines and cells that are the report's.
std::string article_of(const std::string& page) {
    const auto document = read(page);
    if (!document) return document.error().en;
    const Structure& structure = document->extracted.structure;
    std::string out;
    for (const Structure::Block& block : structure.blocks) {
        const Span span =
            block.table ? structure.tables[block.index].span : structure.lines[block.index].span;
        out += std::string(document->extracted.text.at(span)) + (block.table ? "" : "\n");
    }
    return out;
}

TEST(HtmlReader, ReadsTextAsABrowserShowsIt) {
    EXPECT_EQ(text_of("<p>  甲 \n 乙 </p>丙<br>丁<div>戊</div>"), "甲乙\n丙\n丁\n戊\n");
    EXPECT_EQ(text_of("<p>a\nb  c</p>"), "a b c\n");
    EXPECT_EQ(text_of("<p>20<font>23</font><span>年</span></p>"), "2023年\n");
    EXPECT_EQ(text_of("<p>&lt;&#x4E00;&#20108;&ldquo;&amp;&nbsp;x</p>"), "<一二“&\u00a0x\n");
    EXPECT_EQ(text_of("<p>AT&T</p>"), "AT&T\n");
}

TEST(HtmlReader, LeavesOutWhatABrowserHides) {
    EXPECT_EQ(text_of("<head><title>题</title></head><body>"
                      "<script>var a='<p>一</p>';</script><style>p{}</style>"
                      "<p style='color:red; DISPLAY : none'>藏</p><p hidden>藏</p>"
                      "<select><option>选</select><p>示</p><!-- <p>注</p> -->"),
              "示\n");
}

TEST(HtmlReader, PassesOverTagsThatCloseNothing) {
    EXPECT_EQ(text_of("<p>甲</o:p>乙</p>"), "甲乙\n");
    EXPECT_EQ(text_of("<p>甲<o:p>&nbsp;</o:p></p>"), "甲\u00a0\n");
}

TEST(HtmlReader, KnowsThePlaceOfEveryByte) {
    const std::string page =
        "<p>甲&amp;乙</b>丙 \n丁</p><table><tr><td>20<b>23</b><td>&nbsp;</tr></table>";
    const auto document = read(page);
    ASSERT_TRUE(document);
    std::uint32_t at = 0;
    for (const Piece& piece : document->extracted.map.pieces()) {
        EXPECT_EQ(piece.text.begin, at);
        at = piece.text.end;
        if (piece.kind != PieceKind::bytes) continue;
        EXPECT_EQ(document->page.at(piece.source), document->extracted.text.at(piece.text));
    }
    EXPECT_EQ(at, document->extracted.text.view().size());
}

TEST(HtmlReader, FindsWordsThatMarkupSplits) {
    const std::string page = "<p>本年<font>20</font><span>23</span>件</p>";
    const auto document = read(page);
    ASSERT_TRUE(document);
    const std::string_view text = document->extracted.text.view();
    const auto begin = text.find("2023");
    const Span span = span_of(begin, begin + 4);
    EXPECT_EQ(document->page.at(document->extracted.map.source(span)), "20</font><span>23");
    const auto parts = document->extracted.map.editable_sources(span);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(document->page.at(parts[0]), "20");
    EXPECT_EQ(document->page.at(parts[1]), "23");
}

TEST(HtmlReader, PlacesCellsAsBrowsersDo) {
    const auto document = read(
        "<table><tr><td rowspan=3>甲<td colspan=2>乙</tr><tr><td>丙<td>&nbsp;</tr><tr><td>丁</tr>"
        "</table>");
    ASSERT_TRUE(document);
    const auto& tables = document->extracted.structure.tables;
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(tables[0].rows, 3U);
    EXPECT_EQ(tables[0].columns, 3U);
    const auto& cells = tables[0].cells;
    ASSERT_EQ(cells.size(), 5U);
    EXPECT_EQ(cells[0].row_span, 3U);
    EXPECT_EQ(cells[1].column_span, 2U);
    EXPECT_EQ(cells[2].column, 1U);
    EXPECT_TRUE(empty(cells[3].span));
    EXPECT_EQ(cells[4].row, 2U);
    EXPECT_EQ(cells[4].column, 1U);
}

TEST(HtmlReader, KeepsTheCaptionOfATable) {
    EXPECT_EQ(text_of("<table><caption>表一</caption><tr><td>甲<td>乙</tr></table>"),
              "表一\n甲\t乙\n");
}

TEST(HtmlReader, TakesTheArticleOutOfThePage) {
    const std::string article =
        "<p>一、总体情况</p><p>本年工作。</p><p>二、主动公开</p>"
        "<table><tr><td>规章<td>1</tr><tr><td>行政许可<td>2</tr><tr><td>自然人<td>3</tr></table>";
    const std::string page =
        "<div><ul><li>首页</li><li>年报</li></ul></div><h1>云岭县2023年政府信息公开工作年度报告</"
        "h1>"
        "<div>发布时间：2024-01-17</div><div id=any>" +
        article + "</div><div>主办：云岭县</div>";
    const std::string wanted =
        "云岭县2023年政府信息公开工作年度报告\n一、总体情况\n本年工作。\n二、主动公开\n"
        "规章\t1\n行政许可\t2\n自然人\t3\n";
    EXPECT_EQ(article_of(page), wanted);
    // The same within tables that only arrange the page.
    EXPECT_EQ(article_of("<table><tr><td>导航</td><td>" + page + "</td></tr></table>"), wanted);
    // A page without any of it is taken whole.
    EXPECT_EQ(article_of("<p>甲</p><div>乙</div>"), "甲\n乙\n");
}

TEST(HtmlReader, ReadsGbkByItselfAndByTheDeclaration) {
    const std::string body = "\xD2\xBB\xA1\xA2\xD7\xDC\xCC\xE5\xC7\xE9\xBF\xF6";  // 一、总体情况
    EXPECT_EQ(text_of("<meta charset=gb2312><p>" + body + "</p>"), "一、总体情况\n");
    EXPECT_EQ(text_of("<p>" + body + "</p>"), "一、总体情况\n");
}

}  // namespace
}  // namespace gouji
