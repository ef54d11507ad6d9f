#pragma once

#include "gouji/base/span.hpp"
#include "gouji/edition/chapter_titles.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji {

/// Offsets inside `line` where chapters begin and their titles end, in order; empty for nearly all
/// lines. A text that was copied without its line ends has its chapters inside one line:
/// “…年度报告 一、总体情况 2023年，… 二、主动公开政府信息情况 …”. A sentence that lists the
/// chapters is left whole.
[[nodiscard]] std::vector<std::uint32_t> chapter_breaks(std::string_view text, Span line,
                                                        const ChapterTitles& titles);

}  // namespace gouji
