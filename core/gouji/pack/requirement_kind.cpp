#include "gouji/pack/condition.hpp"
#include "gouji/pack/kind.hpp"

namespace gouji {
namespace {

/// [requirement] that = "not blank(requests.new.total)": a condition that a report must meet. Where
/// the report does not tell, nothing is said.
class RequirementChecker final : public Checker {
public:
    RequirementChecker(TomlReader& in, KindPage& page)
        : scope_(Scope::read(in, page)), text_(in.text("that")) {
        page.says("unmet", {"requirement"});
        page.says("place", {}, false);
        that_ = Condition::read(in, "that", page);
    }

    void check(const ReportView& report, Sink& sink) const override {
        if (!scope_.covers(report)) return;
        std::vector<Bound> bound;
        if (that_.holds(report, bound) != false) return;
        const auto open = [&](Span where) {
            sink.open(where, "unmet");
            sink.argument("requirement", text_);
        };
        const Span home = scope_.home(report.document, report.model);
        report_bound(bound, home, sink, "place", open, [](const Bound&) {});
    }

private:
    Scope scope_;
    std::string text_;
    Condition that_;
};

constexpr DefaultMessage place[] = {{"place", "相关之处", "related"}};

std::unique_ptr<Checker> make(TomlReader& in, KindPage& page) {
    return std::make_unique<RequirementChecker>(in, page);
}

}  // namespace

const Kind requirement_kind{"requirement", make, place};

}  // namespace gouji
