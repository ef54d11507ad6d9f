#include "gouji/pack/figure.hpp"

#include "gouji/pack/parts.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The value of one figure, without its sign.
class Evaluation {
public:
    Evaluation(const ReportView& report, const std::vector<std::string>& parts,
               const TermGroup& phrases, std::vector<Bound>& bound)
        : report_(report), parts_(parts), phrases_(phrases), bound_(bound) {}

    std::optional<Decimal> operator()(Decimal number) const { return number; }

    std::optional<Decimal> operator()(const FieldPath& path) const {
        return value(path, report_, false);
    }

    std::optional<Decimal> operator()(const PreviousField& field) const {
        if (report_.previous == nullptr) return std::nullopt;
        return value(field.path, *report_.previous, true);
    }

    [[nodiscard]] std::optional<Decimal> value(const FieldPath& path, const ReportView& of,
                                               bool previous) const {
        const auto fields = path.all_in(of.model);
        if (fields.empty()) return std::nullopt;
        Decimal sum;
        for (const gouji_field* field : fields) {
            if (field->state != GOUJI_FIELD_NUMBER && field->state != GOUJI_FIELD_BLANK)
                return std::nullopt;
            sum = sum + Decimal(field->value);
            bound_.push_back({Decimal(field->value), field->span, previous});
        }
        return sum;
    }

    std::optional<Decimal> operator()(const ProseFigure& figure) const {
        for (const gouji_quantity& quantity : report_.model.quantities) {
            if (quantity.exactness != GOUJI_EXACTNESS_EXACT ||
                !in_parts(report_.model, parts_, quantity.span.begin))
                continue;
            if (report_.document.at(quantity.label).find(figure.words) == std::string_view::npos)
                continue;
            bound_.push_back({Decimal(quantity.value), quantity.span});
            return Decimal(quantity.value);
        }
        return std::nullopt;
    }

    std::optional<Decimal> operator()(ReportYear) const {
        if (report_.model.summary.year == 0) return std::nullopt;
        return Decimal(report_.model.summary.year);
    }

    std::optional<Decimal> operator()(const PhraseCount& count) const {
        std::int64_t found = 0;
        for (const gouji_hit& hit : report_.hits.of(phrases_, count.list))
            found += in_parts(report_.model, count.parts, report_.model.source(hit.span).begin);
        return Decimal(found);
    }

private:
    const ReportView& report_;
    const std::vector<std::string>& parts_;
    const TermGroup& phrases_;
    std::vector<Bound>& bound_;
};

}  // namespace

bool FigureSum::constant() const {
    return std::all_of(figures_.begin(), figures_.end(),
                       [](const Figure& figure) { return figure.constant(); });
}

std::optional<Decimal> FigureSum::value(const ReportView& report,
                                        const std::vector<std::string>& parts,
                                        const TermGroup& phrases, std::vector<Bound>& bound) const {
    const Evaluation evaluation(report, parts, phrases, bound);
    Decimal sum;
    for (const Figure& figure : figures_) {
        const auto value = std::visit(evaluation, figure.what);
        if (!value) return std::nullopt;
        sum = figure.minus ? sum - *value : sum + *value;
    }
    return sum;
}

}  // namespace gouji
