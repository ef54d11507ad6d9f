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

    void check(const Document& document, const SemanticModel& model, const TermHits& hits,
               Sink& sink) const override {
        const ReportView report{document, model, hits};
        if (!scope_.covers(report)) return;
        std::vector<Bound> bound;
        if (that_.holds(report, bound) != false) return;
        sink.open(bound.empty() ? scope_.home(document, model) : bound.front().where, "unmet");
        sink.argument("requirement", text_);
        for (std::size_t i = 1; i < bound.size(); ++i) sink.related(bound[i].where, "place");
        sink.close();
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
