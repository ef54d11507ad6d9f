#include "gouji/parse/chapter_breaks.hpp"

#include "gouji/edition/edition.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace gouji {
namespace {

/// The pieces of a line, without blanks around.
std::vector<std::string> pieces(std::string_view line) {
    static const std::vector<Edition> editions =
        load_editions(std::string(GOUJI_ROOT) + "/rules/editions").value();
    static const ChapterTitles titles{editions};
    std::vector<std::string> out;
    std::uint32_t begin = 0;
    auto places = chapter_breaks(line, span_of(0, line.size()), titles);
    places.push_back(static_cast<std::uint32_t>(line.size()));
    for (const std::uint32_t place : places) {
        std::string_view piece = line.substr(begin, place - begin);
        while (piece.starts_with(' ')) piece.remove_prefix(1);
        while (piece.ends_with(' ')) piece.remove_suffix(1);
        out.emplace_back(piece);
        begin = place;
    }
    return out;
}

TEST(ChapterBreaks, part_a_report_that_lost_its_line_ends) {
    EXPECT_EQ(
        pieces(
            "云岭县柳河镇2023年政府信息公开工作年度报告 一、总体情况 2023年，我镇公开信息三十条。 "
            "二、主动公开政府信息情况 规章 0 0 0 行政规范性文件 0 0 0 行政许可 2 "
            "三、收到和处理政府信息公开申请情况 本年没有收到申请。六、其他需要报告的事项：无。"),
        (std::vector<std::string>{"云岭县柳河镇2023年政府信息公开工作年度报告", "一、总体情况",
                                  "2023年，我镇公开信息三十条。", "二、主动公开政府信息情况",
                                  "规章 0 0 0 行政规范性文件 0 0 0 行政许可 2",
                                  "三、收到和处理政府信息公开申请情况", "本年没有收到申请。",
                                  "六、其他需要报告的事项：无。"}));
}

TEST(ChapterBreaks, know_a_title_with_other_words_around_it) {
    EXPECT_EQ(
        pieces(
            "云岭县水务局编制了本报告，所列数据截至年底。 一、本年度政府信息公开工作总体情况 "
            "我局高度重视公开工作，公开信息三十条。 五、政府信息公开工作存在的主要问题及改进情况 "
            "公开不够及时，将加强培训。"),
        (std::vector<std::string>{
            "云岭县水务局编制了本报告，所列数据截至年底。", "一、本年度政府信息公开工作总体情况",
            "我局高度重视公开工作，公开信息三十条。",
            "五、政府信息公开工作存在的主要问题及改进情况", "公开不够及时，将加强培训。"}));
}

TEST(ChapterBreaks, leave_sentences_whole_that_name_chapters) {
    for (const std::string_view line :
         {"本报告由以下六部分组成：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公"
          "开申请情况；"
          "六、其他需要报告的事项。",
          "本报告包括 一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 "
          "六、其他需要报告的事项",
          "我镇在全面总结的基础上编制本报告，详细的数据见“二、主动公开政府信息情况”中的表格和说明文"
          "字。",
          "一、总体情况 "
          "2023年我镇认真落实上级部署，公开各类信息三十条，收到申请两件，均已按期答复申请人。"}) {
        EXPECT_EQ(pieces(line), std::vector<std::string>{std::string(line)});
    }
}

}  // namespace
}  // namespace gouji
