// A line with its marked part: in errors about files that users write, and in the text format.
#include "gouji/text/source_snippet.hpp"

#include "gouji/text/excerpt.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(Excerpt, MeasuresInColumnsOfATerminal) {
    const Excerpt shown = excerpt("\t甲，，乙", span_of(4, 10), 80);
    EXPECT_EQ(shown.line, "甲，，乙");
    EXPECT_EQ(shown.before, 2U);
    EXPECT_EQ(shown.wide, 4U);
}

TEST(Excerpt, OfAStretchOverSeveralLinesShowsTheFirst) {
    const Excerpt shown = excerpt("甲乙", span_of(3, 13), 80);
    EXPECT_EQ(shown.line, "甲乙");
    EXPECT_EQ(shown.wide, 2U);
}

TEST(Excerpt, OfNothingIsOneColumnWide) {
    EXPECT_EQ(excerpt("", span_of(0, 0), 80).wide, 1U);
    EXPECT_EQ(excerpt("乙", span_of(3, 3), 80).before, 2U);
    EXPECT_EQ(excerpt("乙", span_of(99, 120), 80).before, 2U);
}

TEST(Excerpt, OfALongLineKeepsTheMarkedPart) {
    const std::string line = std::string(300, 'a') + "甲" + std::string(300, 'b');
    const Excerpt shown = excerpt(line, span_of(300, 303), 40);
    EXPECT_TRUE(shown.line.starts_with("…")) << shown.line;
    EXPECT_TRUE(shown.line.ends_with("…")) << shown.line;
    EXPECT_NE(shown.line.find("甲"), std::string::npos) << shown.line;
    EXPECT_LE(shown.before + shown.wide, 40U);
}

TEST(EscapeControls, LeavesNothingThatATerminalObeys) {
    EXPECT_EQ(escape_controls("a\x1b[31m\tb\u202E\u200B"), "a·[31m  b··");
    EXPECT_EQ(escape_controls("a\xFF"), "a\uFFFD");
}

TEST(SourceSnippet, UnderlinesWideCharactersAtTheirWidth) {
    EXPECT_EQ(source_snippet("共35条", 12, 2, 2),
              "\n  12 | 共35条"
              "\n     |   ^^");
    EXPECT_EQ(source_snippet("共35条", 3, 4, 1),
              "\n  3 | 共35条"
              "\n    |     ^^");
}

TEST(SourceSnippet, StaysWithinTheLine) {
    EXPECT_EQ(source_snippet("ab", 1, 2, 50),
              "\n  1 | ab"
              "\n    |  ^");
}

TEST(LineOf, CountsFromOneAndDropsTheLineEnd) {
    constexpr std::string_view text = "一\r\n二\n三";
    EXPECT_EQ(line_of(text, 1), "一");
    EXPECT_EQ(line_of(text, 2), "二");
    EXPECT_EQ(line_of(text, 3), "三");
    EXPECT_EQ(line_of(text, 4), "");
}

TEST(SourceSnippet, ShortensALongLineAndObeysNoControls) {
    const std::string shown =
        source_snippet("a = \"" + std::string(500, 'x') + "\x1b[2J\"", 1, 1, 1);
    EXPECT_LT(shown.size(), 200U);
    EXPECT_NE(shown.find("…"), std::string::npos);
    EXPECT_EQ(source_snippet("a\x1b[2J", 1, 1, 1).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace gouji
