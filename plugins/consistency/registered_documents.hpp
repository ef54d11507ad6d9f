#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gouji::consistency {

/// A document that annual reports cite, and how its title is recognised.
struct RegisteredDocument {
    std::string_view issuer;  ///< 代字
    std::int32_t year;
    std::uint32_t number;
    std::string_view title;    ///< a stretch of the title that no other document's has
    std::string_view subject;  ///< what it is about, for the sentence that gives no title
    std::string_view sign{};   ///< another word that tells it there
};

inline constexpr auto registered_documents = std::to_array<RegisteredDocument>({
    {"国办公开办函", 2019, 60, "政府信息公开工作年度报告有关事项的通知", ""},
    {"国办公开办函", 2021, 30, "政府信息公开工作年度报告格式", "年度报告", "格式"},
    {"国办公开办函", 2016, 201, "政府信息公开年度报告有关项目填报问题的解释", ""},
    {"国办函", 2020, 109, "政府信息公开信息处理费管理办法", "信息处理费"},
    {"国办发", 2021, 12, "2021年政务公开工作要点", ""},
    {"国办发", 2020, 17, "2020年政务公开工作要点", ""},
    {"国办发", 2019, 14, "2019年政务公开工作要点", ""},
    {"国办发", 2018, 23, "2018年政务公开工作要点", ""},
    {"国办发", 2017, 24, "2017年政务公开工作要点", ""},
    {"国办发", 2015, 22, "2015年政府信息公开工作要点", ""},
    {"国办发", 2014, 12, "2014年政府信息公开工作要点", ""},
    {"国办发", 2012, 26, "2012年政府信息公开重点工作安排", ""},
    {"国办发", 2013, 100, "进一步加强政府信息公开回应社会关切提升政府公信力", ""},
    {"国办发", 2017, 94, "推进公共资源配置领域政府信息公开", ""},
    {"国办发", 2017, 97, "推进重大建设项目批准和实施领域政府信息公开", ""},
    {"国办发", 2022, 8, "2022年政务公开工作要点", ""},
    {"国办发", 2016, 80, "关于全面推进政务公开工作的意见〉实施细则", ""},
    {"国办发", 2017, 42, "基层政务公开标准化规范化试点工作方案", ""},
    {"国办发", 2017, 47, "政府网站发展指引", ""},
    {"国办发", 2018, 123, "推进政务新媒体健康有序发展的意见", ""},
    {"国办发", 2019, 54, "全面推进基层政务公开标准化规范化工作的指导意见", ""},
    {"国办发", 2020, 50, "公共企事业单位信息公开规定制定办法", ""},
});

}  // namespace gouji::consistency
