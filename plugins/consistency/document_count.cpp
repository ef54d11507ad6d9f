#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>
#include <vector>

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
    explicit DocumentCount(Options options)
        : verbs_(options.words(list::verbs)),
          columns_(options.values(list::verbs)),
          other_papers_(options.words(list::other_papers)),
          units_(options.words(list::units)) {}

    void check(Document document, Sink sink) const {
        prose::each_line(document, [&](const prose::Line& line) {
            if (line.text().find("规范性文件"sv) == std::string_view::npos) return;
            for (std::size_t i = 0; i < line.quantities.size(); ++i)
                check_quantity(document, sink, line, i);
        });
    }

private:
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

    void check_quantity(Document document, Sink sink, const prose::Line& line,
                        std::size_t i) const {
        const gouji_quantity& quantity = line.quantities[i];
        const std::string_view unit = view(quantity.unit);
        if (quantity.exactness != GOUJI_EXACTNESS_EXACT ||
            std::ranges::find(units_, unit) == units_.end())
            return;
        const std::string_view clause = prose::last_clause(line.before(i));
        const std::string_view tail = prose::first_clause(line.after(i));
        const bool after = tail.starts_with("规范性文件"sv) || tail.starts_with("行政规范性文件"sv);
        const bool named = after || clause.find("规范性文件"sv) != std::string_view::npos;
        const bool goes_on = !named && tail.empty() &&
                             (clause == "废止"sv || clause == "现行有效"sv ||
                              (clause.starts_with("截至"sv) && clause.ends_with("现行有效"sv))) &&
                             named_before(line, i);
        if (!named && !goes_on) return;
        if (prose::has_any(clause, other_papers_)) return;
        if (clause.find("截"sv) != std::string_view::npos && !ends_the_year(document, clause))
            return;
        if (prose::other_year(clause, document.facts().year)) return;
        std::string_view column;
        for (std::size_t verb = 0; verb < verbs_.size(); ++verb) {
            if (clause.find(verbs_[verb]) == std::string_view::npos) continue;
            if (!column.empty() && column != columns_[verb]) return;
            column = columns_[verb];
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

    std::vector<std::string> verbs_;
    std::vector<std::string> columns_;  ///< of the form, one for each verb
    std::vector<std::string> other_papers_;
    std::vector<std::string> units_;
};

}  // namespace

GOUJI_RULE(document_count, DocumentCount);
