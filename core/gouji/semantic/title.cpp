#include "gouji/scan/agency.hpp"
#include "gouji/semantic/analysis.hpp"

namespace gouji {
namespace {

/// A folded text as the model holds it: a view into the document where it stands there in one
/// piece, else a copy in `words`.
gouji_text kept(Analysis& analysis, Span folded) {
    const std::string_view words = analysis.folded(folded);
    const std::string_view printed = analysis.document.at(analysis.model.source(folded));
    if (printed == words) return raw(printed);
    return raw(analysis.model.words.emplace_back(words));
}

gouji_text constant(std::string_view words) { return raw(words); }

Span part_of(Span whole, std::string_view text, std::string_view part) {
    const auto at = whole.begin + static_cast<std::uint32_t>(part.data() - text.data());
    return {at, at + static_cast<std::uint32_t>(part.size())};
}

/// The paragraph that is the title: of two, the one that says more, then the lower.
std::size_t title_paragraph(const Analysis& analysis) {
    const SemanticModel& model = analysis.model;
    std::size_t best = model.paragraphs.size();
    int best_score = -1;
    for (std::size_t i = 0; i < model.paragraphs.size(); ++i) {
        if (analysis.document.nodes()[model.paragraph_nodes[i]].kind != GOUJI_KIND_TITLE) continue;
        const std::string_view words = analysis.folded(model.paragraphs[i]);
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

void find_title(Analysis& analysis) {
    gouji_facts& model = analysis.model.summary;
    const std::size_t index = title_paragraph(analysis);
    if (index == analysis.model.paragraphs.size()) return;
    const Span title = analysis.model.paragraphs[index];
    const std::string_view words = analysis.folded(title);
    model.title = kept(analysis, title);
    model.title_span = analysis.model.source(title);

    const std::string_view name = agency_of_title(words);
    if (!name.empty()) {
        const Span span = part_of(title, words, name);
        model.agency = kept(analysis, span);
        model.agency_span = analysis.model.source(span);
        const Agency agency = take_apart(view(model.agency));
        model.agency_kind = constant(agency.kind);
        model.division = raw(agency.division);
        model.unit = raw(agency.unit);
    }
    const TitleYear year = year_of_title(words);
    if (year.size != 0) {
        const auto at = title.begin + static_cast<std::uint32_t>(year.at);
        analysis.add_evidence(
            "year", std::to_string(year.year), "title",
            analysis.model.source({at, at + static_cast<std::uint32_t>(year.size)}));
    }
}

void find_signature(Analysis& analysis) {
    SemanticModel& model = analysis.model;
    const std::span<const Node> nodes = analysis.document.nodes();
    std::size_t date = 0;
    for (std::size_t i = 0; i < model.paragraphs.size(); ++i) {
        if (nodes[model.paragraph_nodes[i]].kind != GOUJI_KIND_SIGNATURE) continue;
        const Span line = model.paragraphs[i];
        while (date < analysis.dates.size() && analysis.dates[date].begin < line.begin) ++date;
        const bool dated = date < analysis.dates.size() && analysis.dates[date].end <= line.end;
        if (dated) model.summary.signed_date = static_cast<std::uint32_t>(date);
        Span name{line.begin, dated ? analysis.dates[date].begin : line.end};
        const std::string_view words = analysis.folded(name);
        // What stands in front of a date may be a label or a bracket.
        if (words.size() < 6 || words.starts_with("日期") ||
            !empty(model.summary.signed_agency_span))
            continue;
        model.summary.signed_agency = kept(analysis, name);
        model.summary.signed_agency_span = model.source(name);
    }
}

void find_years(Analysis& analysis) {
    const SemanticModel& model = analysis.model;
    for (const gouji_period& period : model.periods) {
        const gouji_date& from = model.dates[period.from];
        const gouji_date& to = model.dates[period.to];
        if (from.year == to.year && from.year != 0) {
            analysis.add_evidence("year", std::to_string(from.year), "period", period.span);
        }
    }
    // The first year that the preface or the first paragraph names outside titles.
    std::uint32_t first_body = GOUJI_NONE;
    for (const gouji_date& date : model.dates) {
        if (date.sentence == GOUJI_NONE || date.quoted != 0 || date.year_implied != 0 ||
            date.month != 0)
            continue;
        const gouji_node node = model.sentences[date.sentence].node;
        if (analysis.document.nodes()[node].kind != GOUJI_KIND_PARAGRAPH) continue;
        if (first_body == GOUJI_NONE) first_body = node;
        if (node != first_body) break;
        analysis.add_evidence("year", std::to_string(date.year), "preface", date.span);
        break;
    }
}

}  // namespace gouji
