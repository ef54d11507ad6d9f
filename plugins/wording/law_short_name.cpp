#include <gouji/grouped.hpp>
#include <gouji/sdk.hpp>

#include <algorithm>
#include <string>

#include "law_short_name.page.hpp"

namespace gouji::wording {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::law_short_name;

/// 《政府信息公开条例》: neither the full name nor a defined short one.
class LawShortName {
public:
    explicit LawShortName(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<Correction> places;
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind != GOUJI_CITATION_TITLE || document.text(citation.name) != short_name)
                continue;
            if (!defined(document)) places.push_back({citation.name, std::string(full_name)});
        }
        report_grouped<message>(document, sink, places, Safety::unsafe);
    }

private:
    static constexpr std::string_view short_name = "政府信息公开条例";
    static constexpr std::string_view full_name = "中华人民共和国政府信息公开条例";

    static bool defined(const Document& document) {
        return std::ranges::any_of(document.abbreviations(), [&](const gouji_abbreviation& each) {
            return document.text(each.shortened).find(short_name) != std::string_view::npos;
        });
    }
};

}  // namespace
}  // namespace gouji::wording

GOUJI_RULE(law_short_name, gouji::wording::LawShortName);
