#include <gouji/sdk.hpp>

#include <array>

#include "title_term.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::title_term;

/// Words of the title: 政府信息公开工作年度报告 and nothing else.
class TitleTerm {
public:
    explicit TitleTerm(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view title = view(facts.title);
        if (title.empty() || title.find(right) != std::string_view::npos) return;
        for (const Wrong& wrong : wrongs) {
            if (title.find(wrong.words) == std::string_view::npos) continue;
            if (wrong.concept_) {
                sink.report(facts.title_span,
                            message::concept_{.found = wrong.words, .right = right});
            } else {
                sink.report(facts.title_span, message::loose{.found = wrong.words, .right = right});
            }
            return;
        }
    }

private:
    static constexpr std::string_view right = "政府信息公开工作年度报告";

    struct Wrong {
        std::string_view words;
        bool concept_;  ///< another concept, not only another wording
    };

    static constexpr std::array<Wrong, 9> wrongs{{{"政务信息公开工作年度报告", true},
                                                  {"政务公开工作年度报告", true},
                                                  {"政务信息公开年度报告", true},
                                                  {"政务公开年度报告", true},
                                                  {"政府信息公开年度报告", false},
                                                  {"政府信息公开年度工作报告", false},
                                                  {"政府信息公开工作报告", false},
                                                  {"政府信息公开工作年报", false},
                                                  {"政府信息公开年报", false}}};
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(title_term, gouji::wording::TitleTerm);
