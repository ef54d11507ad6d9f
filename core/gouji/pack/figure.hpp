#pragma once

#include "gouji/document/document.hpp"
#include "gouji/pack/field_path.hpp"
#include "gouji/rule/checker.hpp"
#include "gouji/semantic/semantic_model.hpp"
#include "gouji/terms/term_hits.hpp"
#include <gouji/decimal.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gouji {

/// A figure that prose states: the first exact quantity whose label holds the words.
struct ProseFigure {
    std::string words;
};

/// A field of the report of the year before.
struct PreviousField {
    FieldPath path;
};

/// The year of the report.
struct ReportYear {};

/// How often a phrase stands in prose, in one of the parts or anywhere. `list` is the phrase's
/// place among those of its condition.
struct PhraseCount {
    std::uint32_t list = 0;
    std::vector<std::string> parts;
};

/// One term of a sum.
struct Figure {
    std::variant<Decimal, FieldPath, PreviousField, ProseFigure, ReportYear, PhraseCount> what;
    bool minus = false;

    [[nodiscard]] bool constant() const { return std::holds_alternative<Decimal>(what); }
};

/// A value that a report gives, and where it stands.
struct Bound {
    Decimal value;
    Span where{};
    bool previous = false;  ///< in the report of the year before
};

/// Where a finding stands that speaks of `bound`: its first place in this report, or `otherwise`.
/// The other places are related to it by `relate`, which is called after the sink's own call.
template <class Open, class Relate>
void report_bound(const std::vector<Bound>& bound, Span otherwise, Sink& sink,
                  std::string_view message, const Open& open, const Relate& relate) {
    const auto first =
        std::find_if(bound.begin(), bound.end(), [](const Bound& one) { return !one.previous; });
    open(first != bound.end() ? first->where : otherwise);
    for (auto one = bound.begin(); one != bound.end(); ++one) {
        if (one == first) continue;
        one->previous ? sink.related_previous(one->where, message)
                      : sink.related(one->where, message);
        relate(*one);
    }
    sink.close();
}

/// The terms of a sum in the order of the rule's page; evaluated exactly.
class FigureSum {
public:
    FigureSum() = default;
    explicit FigureSum(std::vector<Figure> figures) : figures_(std::move(figures)) {}

    [[nodiscard]] bool constant() const;
    [[nodiscard]] const std::vector<Figure>& figures() const { return figures_; }

    /// Nullopt when the report does not give one of the figures; a blank cell counts as 0. What
    /// stands at a place of the report is added to `bound`. Figures of prose are
    /// looked for in `parts`, or everywhere when that is empty; counts refer to `phrases`.
    [[nodiscard]] std::optional<Decimal> value(const ReportView& report,
                                               const std::vector<std::string>& parts,
                                               const TermGroup& phrases,
                                               std::vector<Bound>& bound) const;

private:
    std::vector<Figure> figures_;
};

}  // namespace gouji
