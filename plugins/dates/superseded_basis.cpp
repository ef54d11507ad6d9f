#include <gouji/phrases.hpp>

#include <algorithm>

#include "context.hpp"

namespace {

using namespace gouji::sdk;

/// A form or law cited as basis that has been replaced.
class SupersededBasis {
public:
    explicit SupersededBasis(Options)
        : history_{"修订", "以来", "废止",   "替代",   "取代", "原",
                   "历次", "沿革", "自2008", "自2007", "曾"} {}

    void check(Document document, Report report) const {
        const gouji_facts& facts = document.facts();
        if (facts.year == 0) return;
        const bool new_form = cites(document, 2021, 30, "国办公开办函");
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind != GOUJI_CITED_NUMBER) continue;
            const std::string_view issuer = document.text(citation.name);
            const bool form_2019 = facts.year >= 2021 && citation.year == 2019 &&
                                   citation.number == 60 &&
                                   issuer.find("国办公开办函") != std::string_view::npos;
            if (!form_2019 || new_form || tells_history(document, citation)) continue;
            report.at(citation.span, "form")
                .with("number", dates::packed(document.text(citation.span)))
                .with("year", facts.year);
        }
        check_order(document, report);
    }

private:
    static bool cites(Document document, std::int32_t year, std::uint32_t number,
                      std::string_view issuer) {
        for (const gouji_citation& citation : document.citations()) {
            if (citation.kind == GOUJI_CITED_NUMBER && citation.year == year &&
                citation.number == number &&
                document.text(citation.name).find(issuer) != std::string_view::npos) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool tells_history(Document document, const gouji_citation& citation) const {
        if (citation.sentence >= document.sentences().size()) return false;
        return history_.in(
            dates::packed(document.text(document.sentences()[citation.sentence].span)));
    }

    /// 国务院令第492号 alone: the regulations of 2007, replaced by no. 711.
    void check_order(Document document, Report report) const {
        if (document.facts().year < 2019) return;
        const Prose prose = document.prose();
        const std::string_view text = prose.text();
        const std::size_t at = text.find("492号");
        if (at == std::string_view::npos || text.find("711号") != std::string_view::npos) return;
        if (!text.substr(0, at).ends_with("第") && !text.substr(0, at).ends_with("令")) return;
        const std::size_t start = std::max(text.rfind("。", at) + 3, text.rfind('\n', at) + 1);
        const std::size_t begin = start > at ? 0 : start;
        if (history_.in(text.substr(begin, text.find("。", at) - begin))) return;
        report.at(prose.source(at, std::string_view("492号").size()), "order")
            .with("number", "第492号");
    }

    gouji::Phrases history_;
};

}  // namespace

GOUJI_RULE(superseded_basis, SupersededBasis);
