#include "gouji/text/line_index.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

using gouji::LineIndex;

TEST(LineIndex, knows_every_line_end) {
    const std::string text = "a\nb\r\nc\rd\u2028e\u2029f";
    const LineIndex index(text);
    ASSERT_EQ(index.lines(), 6U);
    std::string letters;
    for (std::uint32_t line = 1; line <= index.lines(); ++line) {
        const gouji::Span span = index.span(line);
        letters += text.substr(span.begin, span.end - span.begin);
        EXPECT_EQ(index.position(span.begin).line, line);
    }
    EXPECT_EQ(letters, "abcdef");
}

TEST(LineIndex, counts_utf16_units) {
    const std::string text = "规章𠀀x";
    const LineIndex index(text);
    EXPECT_EQ(index.position(6).column, 3U);
    EXPECT_EQ(index.position(10).column, 5U) << "a character of four bytes is two units";
    EXPECT_EQ(index.position(11).column, 6U) << "the end";
    EXPECT_EQ(index.position(999).column, 6U) << "behind the end";
}

TEST(LineIndex, an_offset_inside_a_line_end_is_that_lines_end) {
    const LineIndex index("ab\r\nc");
    EXPECT_EQ(index.position(3).line, 1U);
    EXPECT_EQ(index.position(3).column, 3U);
    EXPECT_EQ(index.position(4).line, 2U);
}

TEST(LineIndex, finds_lines_between_the_remembered_ones) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += std::to_string(i) + "\n";
    const LineIndex index(text);
    EXPECT_EQ(index.lines(), 1001U) << "the empty one behind the last line end counts";
    for (const std::uint32_t line : {1U, 32U, 33U, 34U, 500U, 1000U}) {
        const gouji::Span span = index.span(line);
        EXPECT_EQ(text.substr(span.begin, span.end - span.begin), std::to_string(line - 1));
        EXPECT_EQ(index.position(span.end).line, line);
    }
    EXPECT_EQ(index.span(1002).begin, text.size());
}

TEST(LineIndex, counts_in_lines_of_any_length) {
    std::string text = "a\n";
    std::string line;
    for (int i = 0; i < 5000; ++i) line += i % 7 == 0 ? "𠀀" : "章x";
    text += line + "\r\nb\n" + line;
    const LineIndex index(text);
    ASSERT_EQ(index.lines(), 4U);
    const std::uint32_t second = 2;
    std::uint32_t units = 0;
    for (std::uint32_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        const gouji::Position at = index.position(second + i);
        ASSERT_EQ(at.line, 2U);
        ASSERT_EQ(at.column, 1 + units) << i;
        units += byte >= 0xF0U ? 2 : 1;
    }
    const auto end = static_cast<std::uint32_t>(second + line.size());
    EXPECT_EQ(index.position(end).column, 1 + units) << "the line's end";
    EXPECT_EQ(index.position(end + 1).column, 1 + units) << "inside its line end";
    EXPECT_EQ(index.position(end + 2).line, 3U);
    EXPECT_EQ(index.span(2).end, end);
    EXPECT_EQ(index.position(static_cast<std::uint32_t>(text.size())).line, 4U);
    EXPECT_EQ(index.position(static_cast<std::uint32_t>(text.size())).column, 1 + units);
}

TEST(LineIndex, an_empty_text_has_one_line) {
    const LineIndex index("");
    EXPECT_EQ(index.lines(), 1U);
    EXPECT_EQ(index.position(0).line, 1U);
    EXPECT_EQ(index.position(0).column, 1U);
}

}  // namespace
