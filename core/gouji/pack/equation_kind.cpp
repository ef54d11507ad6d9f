#include "gouji/pack/condition.hpp"
#include "gouji/pack/kind.hpp"

namespace gouji {
namespace {

/// [equation] of = "requests.new.total == prose(\"新收\")". Where a figure is not given, the report
/// is not checked; a blank cell counts as 0.
class EquationChecker final : public Checker {
public:
    EquationChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)), text_(in.text("of")) {
        page.says("unequal", {"left", "right", "equation"});
        page.says("figure", {"value"}, false);
        comparison_ = read_comparison(in, "of", page);
    }

    void check(const ReportView& report, Sink& sink) const override {
        if (!scope_.covers(report)) return;
        std::vector<Bound> bound;
        const auto value = [&](const FigureSum& sum) {
            return sum.value(report, scope_.chapters(), comparison_.phrases, bound);
        };
        const auto left = value(comparison_.left);
        const auto right = value(comparison_.right);
        if (!left || !right || comparison_.relation->holds(*left <=> *right)) return;
        const auto open = [&](Span where) {
            sink.open(where, "unequal");
            sink.argument("left", left->text());
            sink.argument("right", right->text());
            sink.argument("equation", text_);
        };
        const Span home = scope_.home(report.document, report.model);
        report_bound(bound, home, sink, "figure", open,
                     [&](const Bound& one) { sink.argument("value", one.value.text()); });
    }

private:
    Scope scope_;
    std::string text_;
    Comparison comparison_;
};

/// How the other figures are put into words when the page does not say.
constexpr DefaultMessage figure[] = {{"figure", "这里是 {value}", "here {value}"}};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<EquationChecker>(in, page);
}

}  // namespace

const Kind equation_kind{"equation", make, figure};

}  // namespace gouji
