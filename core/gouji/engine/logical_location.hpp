#pragma once

#include "gouji/engine/analyzed_report.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// Where a finding stands, in the words of the report: what a reader looks for, whatever becomes
/// of line numbers. Empty parts do not apply.
struct LogicalLocation {
    std::string_view chapter_kind;  ///< “requests”
    std::string_view chapter;  ///< “三、收到和处理政府信息公开申请情况”, as printed
    std::string_view part;  ///< “（一）主动公开”, the innermost heading below the chapter
    std::string_view form;    ///< “收到和处理政府信息公开申请情况”
    std::string_view row;     ///< “（一）予以公开”
    std::string_view column;  ///< “总计”

    /// The names from the outside in, joined by `separator`.
    [[nodiscard]] std::string path(std::string_view separator) const;
};

/// The views live as long as `analyzed`.
[[nodiscard]] LogicalLocation logical_location(const Document& document, const SemanticModel& model,
                                               Span where);
[[nodiscard]] inline LogicalLocation logical_location(const AnalyzedReport& analyzed, Span where) {
    return logical_location(analyzed.document, analyzed.model, where);
}

}  // namespace gouji
