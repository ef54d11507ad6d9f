#include <gouji/sdk.hpp>

#include <array>
#include <string>

#include "../prose/line.hpp"
#include "claims/comparison.hpp"
#include "document_count.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::document_count;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “制发行政规范性文件 3 件” where the form has another figure. Only the form's own words count:
/// policy papers and department papers are something else.
class DocumentCount {
public:
    explicit DocumentCount(Options) {}

    void check(Document document, Sink sink) const {
        prose::each_line(document, [&](const prose::Line& line) {
            if (line.text().find("规范性文件"sv) == std::string_view::npos) return;
            for (std::size_t i = 0; i < line.quantities.size(); ++i)
                check_quantity(document, sink, line, i);
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

    /// “截至2023年底”, “截至12月31日”: the form's own day, not “截至目前”.
    static bool ends_the_year(Document document, std::string_view clause) {
        return clause.find("截至"sv) != std::string_view::npos &&
               (clause.find("截至年底"sv) != std::string_view::npos ||
                clause.find(std::to_string(document.facts().year) + "年底") !=
                    std::string_view::npos ||
                clause.find("12月31日"sv) != std::string_view::npos);
    }

    /// In “制发规范性文件3件，废止1件，现行有效9件” the later clauses go on counting what the first
    /// has named.
    static bool named_before(const prose::Line& line, std::size_t i) {
        for (std::size_t k = 0; k < i; ++k) {
            const std::string_view before = prose::last_clause(line.before(k));
            const bool own = prose::has_any(before, {"制发"sv, "制定"sv}) &&
                             !prose::has_any(before, {"部门"sv, "政策"sv, "党"sv, "各"sv});
            if (own && prose::ends_with_any(before, {"规范性文件"sv})) return true;
        }
        return false;
    }

    static void check_quantity(Document document, Sink sink, const prose::Line& line,
                               std::size_t i) {
        const gouji_quantity& quantity = line.quantities[i];
        const std::string_view unit = view(quantity.unit);
        if (quantity.exactness != GOUJI_EXACTNESS_EXACT ||
            (unit != "件"sv && unit != "份"sv && unit != "个"sv && unit != "部"sv))
            return;
        const std::string_view clause = prose::last_clause(line.before(i));
        const std::string_view tail = prose::first_clause(line.after(i));
        const bool behind =
            tail.starts_with("规范性文件"sv) || tail.starts_with("行政规范性文件"sv);
        const bool named = behind || clause.find("规范性文件"sv) != std::string_view::npos;
        const bool goes_on = !named && tail.empty() &&
                             (clause == "废止"sv || clause == "现行有效"sv ||
                              (clause.starts_with("截至"sv) && clause.ends_with("现行有效"sv))) &&
                             named_before(line, i);
        if (!named && !goes_on) return;
        // Words after which another set of papers is counted.
        if (prose::has_any(clause,
                           {"规章"sv, "备案"sv, "审查"sv, "审核"sv, "清理"sv, "公开"sv, "解读"sv,
                            "修改"sv, "修订"sv, "转发"sv, "累计"sv, "名义"sv, "部门"sv, "各"sv,
                            "起草"sv, "上传"sv, "政策"sv, "党"sv,   "全县"sv, "全市"sv, "全区"sv,
                            "全省"sv, "分别"sv, "其他"sv, "标准"sv, "报送"sv, "录入"sv})) {
            return;
        }
        if (clause.find("截"sv) != std::string_view::npos && !ends_the_year(document, clause))
            return;
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
        sink.report(quantity.span, message::differs{.column = view(field->column_label),
                                                    .said = Decimal(quantity.value),
                                                    .table = *printed})
            .also(field->span,
                  message::cell{.column = view(field->column_label), .table = *printed});
    }
};

}  // namespace

GOUJI_RULE(document_count, DocumentCount);
