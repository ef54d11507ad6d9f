#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>
#include <vector>

#include "abbreviation.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::abbreviation;

/// 《办法》, 《通知》: a short name that nothing explains.
class Abbreviation {
public:
    explicit Abbreviation(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<std::string_view> told;
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind != GOUJI_CITATION_TITLE) continue;
            const std::string_view name = trimmed(document.text(citation.name));
            if (!is_kind(name) || explained(document, name) ||
                std::ranges::find(told, name) != told.end())
                continue;
            told.push_back(name);
            sink.report(citation.span, message::unexplained{.name = name});
        }
    }

private:
    static constexpr std::array<std::string_view, 13> kinds{"条例", "办法", "通知", "意见", "规定",
                                                            "方案", "要点", "规划", "细则", "决定",
                                                            "规则", "格式", "公告"};

    static bool is_kind(std::string_view name) {
        return std::ranges::find(kinds, name) != kinds.end();
    }

    /// Defined as a short name, or a full name that ends so stands somewhere in the report.
    static bool explained(const Document& document, std::string_view name) {
        const bool defined =
            std::ranges::any_of(document.abbreviations(), [&](const gouji_abbreviation& each) {
                return document.text(each.shortened).find(name) != std::string_view::npos;
            });
        return defined ||
               std::ranges::any_of(document.citations(), [&](const gouji_citation& each) {
                   const std::string_view other = trimmed(document.text(each.name));
                   return each.kind == GOUJI_CITATION_TITLE && other.size() > name.size() &&
                          other.ends_with(name);
               });
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(abbreviation, gouji::wording::Abbreviation);
