#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "../prose/line.hpp"
#include "claims/comparison.hpp"
#include "decision_count.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::decision_count;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// “作出行政处罚决定 15 件” where the form has another figure. Decisions that were published are
/// not those that were made.
class DecisionCount {
public:
    explicit DecisionCount(Options options)
        : decisions_(options.words(list::decisions)),
          rows_(options.values(list::decisions)),
          verbs_(options.words(list::verbs)),
          other_matters_(options.words(list::other_matters)),
          units_(options.words(list::units)) {}

    void check(Document document, Sink sink) const {
        prose::each_line(document, [&](const prose::Line& line) {
            if (line.text().find("行政"sv) == std::string_view::npos) return;
            for (std::size_t i = 0; i < line.quantities.size(); ++i)
                check_quantity(document, sink, line, i);
        });
    }

private:
    void check_quantity(Document document, Sink sink, const prose::Line& line,
                        std::size_t i) const {
        const gouji_quantity& quantity = line.quantities[i];
        if (quantity.exactness != GOUJI_EXACTNESS_EXACT ||
            std::ranges::find(units_, view(quantity.unit)) == units_.end()) {
            return;
        }
        const std::string_view clause = prose::last_clause(line.before(i));
        const std::string_view tail = prose::first_clause(line.after(i));
        if (!prose::has_any(clause, verbs_)) return;
        if (prose::has_any(clause, other_matters_) ||
            prose::other_year(clause, document.facts().year)) {
            return;
        }
        std::size_t named = decisions_.size();
        for (std::size_t decision = 0; decision < decisions_.size(); ++decision) {
            if (clause.find(decisions_[decision]) == std::string_view::npos &&
                !tail.starts_with(decisions_[decision]))
                continue;
            if (named != decisions_.size()) return;  // 行政许可和行政处罚: it is not said which
            named = decision;
        }
        if (named == decisions_.size()) return;
        const std::string& name = decisions_[named];
        const gouji_field* field = document.field("disclosure", rows_[named], "decisions");
        const auto printed = value(field);
        if (!printed || *printed == Decimal(quantity.value)) return;
        sink.report(
                quantity.span,
                message::differs{.row = name, .said = Decimal(quantity.value), .table = *printed})
            .also(field->span, message::cell{.row = name, .table = *printed});
    }

    std::vector<std::string> decisions_;
    std::vector<std::string> rows_;  ///< of the form, one for each kind of decision
    std::vector<std::string> verbs_;
    std::vector<std::string> other_matters_;
    std::vector<std::string> units_;
};

}  // namespace

GOUJI_RULE(decision_count, DecisionCount);
