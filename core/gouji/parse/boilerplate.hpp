#pragma once

#include <string_view>

namespace gouji {

/// What a word processor or a page layout leaves alone on a line: bookmarks, page numbers,
/// entities. Residue wherever it stands.
[[nodiscard]] bool is_debris(std::string_view line);

/// “- 6 -”, “第 6 页 共 12 页”, “6/12”: the number of a page and nothing else.
[[nodiscard]] bool is_page_number(std::string_view line);

/// A table's row of which only words and figures between blanks are left, where no table could be
/// made of it: “结果 结果 其他 尚未 结果 结果”, “0 0 3 0”.
[[nodiscard]] bool is_row_remains(std::string_view line);

/// A web page's data about a document, or its navigation: “发布时间：… 来源：…”, “首页 > 政务公开”,
/// “【字体：大 中 小】 打印 关闭”. Residue around the report.
[[nodiscard]] bool is_page_boilerplate(std::string_view line);

/// What stands below a document on a web page; nothing of the report comes after it.
[[nodiscard]] bool opens_page_footer(std::string_view line);

}  // namespace gouji
