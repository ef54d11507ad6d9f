#include <gouji/sdk.hpp>

#include <array>

namespace gouji::wording {
namespace {

using namespace gouji::sdk;

/// Words of the title: 政府信息公开工作年度报告 and nothing else.
class TitleTerm {
public:
    explicit TitleTerm(Options) {}

    void check(Document document, Report report) const {
        const gouji_facts& facts = document.facts();
        const std::string_view title = view(facts.title);
        if (title.empty() || title.find(right) != std::string_view::npos) return;
        for (const Wrong& wrong : wrongs) {
            if (title.find(wrong.words) == std::string_view::npos) continue;
            report.at(facts.title_span, wrong.message)
                .with("found", wrong.words)
                .with("right", right);
            return;
        }
    }

private:
    static constexpr std::string_view right = "政府信息公开工作年度报告";

    struct Wrong {
        std::string_view words;
        const char* message;
    };

    static constexpr std::array<Wrong, 9> wrongs{{{"政务信息公开工作年度报告", "concept"},
                                                  {"政务公开工作年度报告", "concept"},
                                                  {"政务信息公开年度报告", "concept"},
                                                  {"政务公开年度报告", "concept"},
                                                  {"政府信息公开年度报告", "loose"},
                                                  {"政府信息公开年度工作报告", "loose"},
                                                  {"政府信息公开工作报告", "loose"},
                                                  {"政府信息公开工作年报", "loose"},
                                                  {"政府信息公开年报", "loose"}}};
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(title_term, gouji::wording::TitleTerm);
