#include <gouji/sdk.hpp>

#include <array>

#include "../prose/line.hpp"
#include "comparison.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “制发行政规范性文件 3 件” where the form has another figure. Only the form's own words count:
/// policy papers and department papers are something else.
class DocumentCount {
public:
    explicit DocumentCount(Options) {}

    void check(Document document, Report report) const {
        prose::each_line(document, [&](const prose::Line& line) {
            if (line.text().find("规范性文件"sv) == std::string_view::npos) return;
            for (std::size_t i = 0; i < line.quantities.size(); ++i)
                check_quantity(document, report, line, i);
        });
    }

private:
    struct Verb {
        std::string_view word;
        std::string_view column;
    };
    static constexpr std::array<Verb, 8> verbs{{{"制发", "issued"},
                                                {"制定", "issued"},
                                                {"印发", "issued"},
                                                {"出台", "issued"},
                                                {"发布", "issued"},
                                                {"废止", "repealed"},
                                                {"现行有效", "in_force"},
                                                {"有效的", "in_force"}}};

    static void check_quantity(Document document, Report report, const prose::Line& line,
                               std::size_t i) {
        const gouji_quantity& quantity = line.quantities[i];
        const std::string_view unit = view(quantity.unit);
        if (quantity.exactness != GOUJI_EXACT ||
            (unit != "件"sv && unit != "份"sv && unit != "个"sv && unit != "部"sv))
            return;
        const std::string_view clause = prose::last_clause(line.before(i));
        const std::string_view tail = prose::first_clause(line.after(i));
        const bool behind =
            tail.starts_with("规范性文件"sv) || tail.starts_with("行政规范性文件"sv);
        if (!behind && clause.find("规范性文件"sv) == std::string_view::npos) return;
        // Words behind which another set of papers is counted.
        if (prose::has_any(clause,
                           {"规章"sv, "备案"sv, "审查"sv, "审核"sv, "清理"sv, "公开"sv, "解读"sv,
                            "修改"sv, "修订"sv, "转发"sv, "累计"sv, "名义"sv, "部门"sv, "各"sv,
                            "起草"sv, "上传"sv, "政策"sv, "党"sv,   "全县"sv, "全市"sv, "全区"sv,
                            "全省"sv, "分别"sv, "其他"sv, "标准"sv, "报送"sv, "录入"sv, "截"sv})) {
            return;
        }
        if (prose::other_year(clause, document.facts().year)) return;
        std::string_view column;
        for (const Verb& verb : verbs) {
            if (clause.find(verb.word) == std::string_view::npos) continue;
            if (!column.empty() && column != verb.column) return;
            column = verb.column;
        }
        if (column.empty()) return;
        const gouji_field* field = document.field("disclosure", "documents", column);
        const auto printed = value(field);
        if (!printed || *printed == Decimal(quantity.value)) return;
        report.at(quantity.span, "differs")
            .with("said", Decimal(quantity.value))
            .with("table", *printed)
            .with("column", view(field->column_label))
            .also(field->span, "cell")
            .with("column", view(field->column_label))
            .with("table", *printed);
    }
};

}  // namespace

GOUJI_RULE(document_count, DocumentCount);
