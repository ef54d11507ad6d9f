#include "gouji/glean/agency.hpp"
#include "gouji/glean/gleaning.hpp"

namespace gouji {
namespace {

/// A folded text as facts hand it out: a view into the document where it stands there in one
/// piece, else kept in `words`.
gouji_text kept(Gleaning& gleaning, Span folded) {
    const std::string_view words = gleaning.folded(folded);
    const std::string_view printed = gleaning.document.at(gleaning.facts.source(folded));
    if (printed == words) return raw(printed);
    return raw(gleaning.facts.words.emplace_back(words));
}

gouji_text constant(std::string_view words) { return raw(words); }

Span part_of(Span whole, std::string_view text, std::string_view part) {
    const auto at = whole.begin + static_cast<std::uint32_t>(part.data() - text.data());
    return {at, at + static_cast<std::uint32_t>(part.size())};
}

/// The paragraph that is the title: of two, the one that says more, then the lower.
std::size_t title_paragraph(const Gleaning& gleaning) {
    const Facts& facts = gleaning.facts;
    std::size_t best = facts.paragraphs.size();
    int best_score = -1;
    for (std::size_t i = 0; i < facts.paragraphs.size(); ++i) {
        if (gleaning.document.nodes()[facts.paragraph_nodes[i]].kind != GOUJI_KIND_TITLE) continue;
        const std::string_view words = gleaning.folded(facts.paragraphs[i]);
        const int score = (words.find("公开") != std::string_view::npos ? 4 : 0) +
                          (words.find("报告") != std::string_view::npos ? 1 : 0) +
                          (year_of_title(words).size != 0 ? 2 : 0);
        if (score < best_score) continue;
        best = i;
        best_score = score;
    }
    return best;
}

}  // namespace

void glean_title(Gleaning& gleaning) {
    gouji_facts& facts = gleaning.facts.facts;
    const std::size_t index = title_paragraph(gleaning);
    if (index == gleaning.facts.paragraphs.size()) return;
    const Span title = gleaning.facts.paragraphs[index];
    const std::string_view words = gleaning.folded(title);
    facts.title = kept(gleaning, title);
    facts.title_span = gleaning.facts.source(title);

    const std::string_view name = agency_of_title(words);
    if (!name.empty()) {
        const Span span = part_of(title, words, name);
        facts.agency = kept(gleaning, span);
        facts.agency_span = gleaning.facts.source(span);
        const Agency agency = take_apart(view(facts.agency));
        facts.agency_kind = constant(agency.kind);
        facts.division = raw(agency.division);
        facts.unit = raw(agency.unit);
    }
    const TitleYear year = year_of_title(words);
    if (year.size != 0) {
        const auto at = title.begin + static_cast<std::uint32_t>(year.at);
        gleaning.add_evidence(
            "year", std::to_string(year.year), "title",
            gleaning.facts.source({at, at + static_cast<std::uint32_t>(year.size)}));
    }
}

void glean_signature(Gleaning& gleaning) {
    Facts& facts = gleaning.facts;
    const std::span<const Node> nodes = gleaning.document.nodes();
    std::size_t date = 0;
    for (std::size_t i = 0; i < facts.paragraphs.size(); ++i) {
        if (nodes[facts.paragraph_nodes[i]].kind != GOUJI_KIND_SIGNATURE) continue;
        const Span line = facts.paragraphs[i];
        while (date < gleaning.dates.size() && gleaning.dates[date].begin < line.begin) ++date;
        const bool dated = date < gleaning.dates.size() && gleaning.dates[date].end <= line.end;
        if (dated) facts.facts.signed_date = static_cast<std::uint32_t>(date);
        Span name{line.begin, dated ? gleaning.dates[date].begin : line.end};
        const std::string_view words = gleaning.folded(name);
        // What stands in front of a date may be a label or a bracket.
        if (words.size() < 6 || words.starts_with("日期") || !empty(facts.facts.signed_agency_span))
            continue;
        facts.facts.signed_agency = kept(gleaning, name);
        facts.facts.signed_agency_span = facts.source(name);
    }
}

void glean_years(Gleaning& gleaning) {
    const Facts& facts = gleaning.facts;
    for (const gouji_period& period : facts.periods) {
        const gouji_date& from = facts.dates[period.from];
        const gouji_date& to = facts.dates[period.to];
        if (from.year == to.year && from.year != 0) {
            gleaning.add_evidence("year", std::to_string(from.year), "period", period.span);
        }
    }
    // The first year that the preface or the first paragraph names outside titles.
    std::uint32_t first_body = GOUJI_NONE;
    for (const gouji_date& date : facts.dates) {
        if (date.sentence == GOUJI_NONE || date.quoted != 0 || date.year_implied != 0 ||
            date.month != 0)
            continue;
        const gouji_node node = facts.sentences[date.sentence].node;
        if (gleaning.document.nodes()[node].kind != GOUJI_KIND_PARAGRAPH) continue;
        if (first_body == GOUJI_NONE) first_body = node;
        if (node != first_body) break;
        gleaning.add_evidence("year", std::to_string(date.year), "preface", date.span);
        break;
    }
}

}  // namespace gouji
