#include "gouji/parse/parse.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using gouji::Edition;
using gouji::Lexicon;
using gouji::Text;

class NextReport : public testing::Test {
protected:
    std::vector<Edition> editions_ =
        gouji::load_editions(std::string(GOUJI_ROOT) + "/rules/editions").value();
    Lexicon lexicon_{editions_};

    std::vector<std::string> split(const std::string& bytes) {
        const Text text = Text::decode(bytes).value();
        std::vector<std::string> out;
        for (std::uint32_t at = 0; at < text.view().size();) {
            const gouji::Span span = gouji::next_report(text, at, lexicon_);
            out.emplace_back(text.at(span));
            at = span.end;
        }
        return out;
    }
    const std::string& sample(std::size_t edition) { return editions_[edition].sample; }
};

TEST_F(NextReport, one_report_stays_whole) {
    EXPECT_EQ(split(sample(0)).size(), 1U);
    EXPECT_EQ(split(sample(1)).size(), 1U);
}

TEST_F(NextReport, reports_on_end_are_parted_at_the_title) {
    const auto parts = split(sample(0) + sample(1) + sample(0));
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0], sample(0));
    EXPECT_EQ(parts[1], sample(1));
}

TEST_F(NextReport, a_title_folded_over_lines_stays_together) {
    std::string folded = sample(1);
    const std::string title = "云岭县水利局2023年政府信息公开工作年度报告";
    ASSERT_EQ(folded.rfind(title, 0), 0U);
    folded.replace(0, title.size(), "云岭县水利局\n2023年\n政府信息公开工作年度报告");
    const auto parts = split(sample(0) + folded);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[1], folded);
}

TEST_F(NextReport, web_titles_and_links_do_not_part) {
    const std::string title = "云岭县水利局2023年政府信息公开工作年度报告\n";
    EXPECT_EQ(split(title + "发布时间：2024-01-18\n" + sample(1)).size(), 1U);
    EXPECT_EQ(
        split(sample(1) + "上一篇：云岭县水利局2022年政府信息公开工作年度报告\n下一篇：没有了\n")
            .size(),
        1U);
    EXPECT_EQ(split(sample(1) + title).size(), 1U) << "a title alone, with no chapter behind it";
}

TEST_F(NextReport, a_first_chapter_without_a_title_does_not_part) {
    EXPECT_EQ(split(sample(1) + "一、总体情况\n说明。\n").size(), 1U);
}

}  // namespace
