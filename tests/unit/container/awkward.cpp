#include "awkward.hpp"

namespace gouji {
namespace {

using namespace sample::docx;

const std::string change = "w:id=\"900\" w:author=\"张三\" w:date=\"2026-01-01T00:00:00Z\"";

std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = "") {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) +
           "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more +
           "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

/// 一、（一）1.1.1 by styles or directly; the same list begun anew; ① by itself.
std::string numbering() {
    return "<w:abstractNum w:abstractNumId=\"1\">" +
           level(0, "japaneseCounting", "%1、", "<w:pStyle w:val=\"Chapter\"/>") +
           level(1, "chineseCountingThousand", "（%2）") +
           level(2, "decimal", "%1.%2.%3", "<w:isLgl/>") +
           "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">" +
           level(0, "decimalEnclosedCircleChinese", "%1") +
           "</w:abstractNum>"
           "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
           "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
           "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
           "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>";
}

std::string styles() {
    return "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"/>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Chapter\"><w:basedOn w:val=\"a\"/><w:pPr>"
           "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Chapter2\"><w:basedOn w:val=\"Chapter\"/>"
           "</w:style>"
           "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr>"
           "</w:style>";
}

std::string numbered(const std::string& words, int level, int list) {
    return paragraph(run(words), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                     "\"/><w:numId w:val=\"" + std::to_string(list) +
                                     "\"/></w:numPr>");
}

std::string styled(const std::string& words, const std::string& style,
                   const std::string& more = "") {
    return paragraph(run(words), "<w:pStyle w:val=\"" + style + "\"/>" + more);
}

std::string words_cell(const std::string& words, const std::string& properties = "") {
    return cell(words.empty() ? "<w:p/>" : paragraph(run(words)), properties);
}

/// A text box as Word writes it: the same words once for newer and once for older versions.
std::string box(const std::string& words) {
    const std::string content = "<w:txbxContent>" + paragraph(run(words)) + "</w:txbxContent>";
    return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic>"
           "<a:graphicData uri=\"u\"><wps:wsp><wps:txbx>" +
           content +
           "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
           "<mc:Fallback><w:pict><v:rect><v:textbox>" +
           content + "</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
}

std::string field_mark(const std::string& type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
}
std::string field(const std::string& code, const std::string& result) {
    return field_mark("begin") + "<w:r><w:instrText xml:space=\"preserve\"> " + code +
           " </w:instrText></w:r>" + field_mark("separate") + result + field_mark("end");
}

std::string numbered_chapters() {
    return styled("总体情况", "Chapter") + numbered("主动公开", 1, 1) + numbered("依申请", 1, 1) +
           numbered("三级", 2, 1) + styled("第二章", "Chapter2") + numbered("重来", 1, 1) +
           styled("不编号", "Chapter", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
           numbered("另起", 0, 2) + numbered("圈", 0, 3);
}
const std::string numbered_text =
    "一、总体情况\n（一）主动公开\n（二）依申请\n1.2."
    "1三级\n二、第二章\n（一）重来\n不编号\n一、另起\n①圈\n";

std::string merged_tables() {
    const std::string merged =
        table(row(words_cell("头", "<w:gridSpan w:val=\"2\"/>") +
                  words_cell("右", "<w:vMerge w:val=\"restart\"/>")) +
                  row(cell(paragraph(run("左1")) + paragraph(run("左2"))) + words_cell("") +
                      words_cell("", "<w:vMerge/>")) +
                  row(words_cell("缩进") + words_cell("尾"), "<w:gridBefore w:val=\"1\"/>"),
              3);
    const std::string inner = table(row(words_cell("内1") + words_cell("内2")), 2);
    return merged + "<w:p/>" +
           table(row(cell(paragraph(run("框")) + inner + paragraph(run("框尾")))), 1) + "<w:p/>";
}
const std::string merged_text = "头\t右\n左1\n左2\t\n缩进\t尾\n\n框\n内1\t内2\n框尾\n\n";

std::string tracked() {
    const auto wrapped = [](const std::string& tag, const std::string& inner) {
        return "<w:" + tag + " " + change + ">" + inner + "</w:" + tag + ">";
    };
    const auto two = [](const std::string& a, const std::string& b, const std::string& more) {
        return row(words_cell(a) + words_cell(b), more);
    };
    return paragraph(run("保留") + wrapped("ins", run("插入")) +
                     wrapped("del", "<w:r><w:delText>删除</w:delText></w:r>") +
                     wrapped("moveFrom", run("移走")) + wrapped("moveTo", run("移来"))) +
           paragraph(run("前段"), "<w:rPr><w:del " + change + "/></w:rPr>") +
           paragraph(run("后段")) +
           table(two("一", "1", "") + two("二", "2", "<w:del " + change + "/>") +
                     two("三", "3", "<w:ins " + change + "/>"),
                 2) +
           "<w:p/>";
}

std::string footnotes() {
    return "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p>"
           "</w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>" +
           run("脚注文字") + "</w:p></w:footnote>";
}

}  // namespace

std::vector<Awkward> awkward_packages() {
    std::vector<Awkward> out;
    const auto add = [&](const std::string& name, const std::string& body,
                         const std::string& text) -> sample::DocxPackageParts& {
        out.push_back({name, {}, text});
        out.back().parts.body = body;
        return out.back().parts;
    };
    add("marks",
        paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/>"
                  "<w:t>丁</w:t><w:softHyphen/><w:t>戊</w:t><w:br w:type=\"page\"/></w:r>"),
        "甲\t乙\n丙-丁戊\n");
    add("blanks",
        paragraph("<w:r><w:t> 去空格 </w:t></w:r>" + run(" 留空格 ") +
                  "<w:r><w:t>&lt;a&amp;b&gt;&#x4E2D;<![CDATA[<c>]]></w:t></w:r><!-- <w:r> -->"),
        "去空格 留空格 <a&b>中<c>\n");
    add("wrappers",
        paragraph("<w:hyperlink w:anchor=\"x\">" + run("链接") +
                  "</w:hyperlink><w:smartTag w:uri=\"u\" w:element=\"e\">" + run("智能") +
                  "</w:smartTag><w:sdt><w:sdtPr><w:lock w:val=\"sdtContentLocked\"/></w:sdtPr>"
                  "<w:sdtContent>" +
                  run("控件") + "</w:sdtContent></w:sdt><w:fldSimple w:instr=\" AUTHOR \">" +
                  run("字段") + "</w:fldSimple>") +
            "<w:sdt><w:sdtContent>" + paragraph(run("块控件")) + "</w:sdtContent></w:sdt>",
        "链接智能控件字段\n块控件\n");
    add("field", paragraph(field("PAGEREF x \\h", run("12")) + run("页")), "12页\n");
    add("tracked", tracked(), "保留插入移来\n前段后段\n一\t1\n三\t3\n\n");
    add("hidden",
        paragraph(run("显示") + run("隐藏", "<w:vanish/>") +
                  run("不藏", "<w:vanish w:val=\"0\"/>") +
                  run("样式藏", "<w:rStyle w:val=\"Secret\"/>")),
        "显示不藏\n")
        .styles = styles();
    add("box", paragraph(run("框前") + box("框内文字") + run("框后")) + paragraph(run("下段")),
        "框前框后\n框内文字\n下段\n");
    add("note",
        paragraph(run("正文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run("继续")) +
            paragraph(run("末段")),
        "正文继续\n末段\n脚注文字\n")
        .footnotes = footnotes();
    add("tables", merged_tables(), merged_text);
    add("across",
        table(row(words_cell("甲", "<w:hMerge w:val=\"restart\"/>") +
                  words_cell("", "<w:hMerge/>") + words_cell("乙")),
              3) +
            "<w:p/>",
        "甲\t乙\n\n");
    add("comments",
        paragraph("<w:commentRangeStart w:id=\"5\"/>" + run("已有批注") +
                  "<w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r>" +
                  run("之后")),
        "已有批注之后\n")
        .comments =
        "<w:comment w:id=\"5\" w:author=\"李四\" w:initials=\"李\"><w:p><w:r><w:t>旧批注"
        "</w:t></w:r></w:p></w:comment>";
    add("rows",
        table("<w:sdt><w:sdtContent>" +
                  row("<w:sdt><w:sdtContent>" + words_cell("控件格") + "</w:sdtContent></w:sdt>" +
                      words_cell("乙")) +
                  "</w:sdtContent></w:sdt>" + row(words_cell("丙") + words_cell("丁")),
              2) +
            "<w:p/>",
        "控件格\t乙\n丙\t丁\n\n");
    add("ruby",
        paragraph("<w:r><w:ruby><w:rt>" + run("yuán") + "</w:rt><w:rubyBase>" + run("源") +
                  "</w:rubyBase></w:ruby></w:r>" + run("县")),
        "源县\n");
    for (const char* name : {"numbers", "strict", "prefix", "bom", "macro"}) {
        auto& parts = add(name, numbered_chapters() + merged_tables(), numbered_text + merged_text);
        parts.styles = styles();
        parts.numbering = numbering();
        parts.strict = std::string(name) == "strict";
        parts.macros = std::string(name) == "macro";
        parts.byte_order_mark = std::string(name) == "bom";
        if (std::string(name) == "prefix") parts.prefix = "ns0";
    }
    return out;
}

}  // namespace gouji
