#include <gouji/sdk.hpp>

#include <string>
#include <vector>

#include "title_term.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::title_term;

/// Words of the title: 政府信息公开工作年度报告 and nothing else.
class TitleTerm {
public:
    explicit TitleTerm(Options options)
        : concepts_(options.words(list::concepts)), loose_(options.words(list::loose)) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        const std::string_view title = view(facts.title);
        if (title.empty() || title.find(right) != std::string_view::npos) return;
        if (const std::string_view found = first_of(concepts_, title); !found.empty()) {
            sink.report(facts.title_span, message::concept_{.found = found, .right = right});
        } else if (const std::string_view loose = first_of(loose_, title); !loose.empty()) {
            sink.report(facts.title_span, message::loose{.found = loose, .right = right});
        }
    }

private:
    static constexpr std::string_view right = "政府信息公开工作年度报告";

    /// The first of the words that stands in the title, or "".
    static std::string_view first_of(const std::vector<std::string>& words,
                                     std::string_view title) {
        for (const std::string& word : words) {
            if (title.find(word) != std::string_view::npos) return word;
        }
        return {};
    }

    std::vector<std::string> concepts_;
    std::vector<std::string> loose_;
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(title_term, gouji::wording::TitleTerm);
