#include "gouji/semantic/analyze.hpp"

#include "gouji/semantic/analysis.hpp"
#include "gouji/semantic/form.hpp"
#include "gouji/semantic/recognition.hpp"

#include <algorithm>
#include <charconv>

namespace gouji {
namespace {

constexpr std::string_view legacy = "legacy";

std::int32_t year_of(std::string_view words) {
    std::int32_t year = 0;
    std::from_chars(words.data(), words.data() + words.size(), year);
    return year;
}

/// The edition that reports of this year are to follow; "" when the year is unknown.
std::string_view edition_for(std::int32_t year, const std::vector<Edition>& editions) {
    if (year == 0 || editions.empty()) return {};
    std::string_view last;
    std::int32_t first = editions.front().from;
    for (const Edition& edition : editions) {
        first = std::min(first, edition.from);
        if (edition.from <= year && (edition.to == 0 || year <= edition.to)) last = edition.id;
    }
    return year < first ? legacy : last;
}

const Edition* find(const std::vector<Edition>& editions, std::string_view id) {
    const auto found = std::ranges::find(editions, id, &Edition::id);
    return found == editions.end() ? nullptr : &*found;
}

/// Said outright, then in the title, then by the period, then in the first words.
void settle_year(SemanticModel& model, const std::vector<Edition>& editions,
                 const AnalysisOptions& options) {
    if (options.year != 0) {
        const std::string& value = model.words.emplace_back(std::to_string(options.year));
        model.evidence.insert(model.evidence.begin(),
                              {raw("year"), raw(value), raw("option"), Span{}});
    }
    const auto said = std::ranges::find(model.evidence, "year",
                                        [](const gouji_evidence& e) { return view(e.topic); });
    if (said != model.evidence.end()) model.summary.year = year_of(view(said->value));
    model.summary.year_edition = raw(edition_for(model.summary.year, editions));
}

bool has_tables(const SemanticModel& model) {
    return std::ranges::any_of(
        model.forms, [](const gouji_form& form) { return form.state != GOUJI_FORM_MISSING; });
}

std::ptrdiff_t legacy_chapters(const SemanticModel& model) {
    return std::ranges::count(model.chapters, std::uint32_t{GOUJI_TITLE_LEGACY},
                              &gouji_chapter::match);
}

/// What the checks go by: the option, what the tables show, what the year asks for.
void settle_edition(SemanticModel& model, const std::vector<Edition>& editions,
                    const AnalysisOptions& options) {
    std::string_view edition;
    const std::string_view shown = view(model.summary.form_edition);
    if (!options.edition.empty() && options.edition != "auto") {
        const Edition* asked = find(editions, options.edition);
        edition = asked != nullptr            ? std::string_view(asked->id)
                  : options.edition == legacy ? legacy
                                              : std::string_view{};
        if (!edition.empty())
            model.evidence.push_back({raw("edition"), raw(edition), raw("option"), Span{}});
    }
    if (edition.empty() && find(editions, shown) != nullptr) edition = shown;
    if (edition.empty() && !has_tables(model) && legacy_chapters(model) >= 2) edition = legacy;
    if (edition.empty()) edition = view(model.summary.year_edition);
    if (edition.empty() && !editions.empty()) edition = editions.back().id;  // the one in force
    model.summary.edition = raw(edition);
}

void settle_report(const Document& document, SemanticModel& model,
                   const std::vector<Edition>& editions, const AnalysisOptions& options) {
    const bool annual = options.assume_report || is_annual_report(document, model, editions);
    if (!annual) {
        model.summary.report = GOUJI_REPORT_NONE;
    } else if (view(model.summary.edition) == legacy) {
        model.summary.report = GOUJI_REPORT_LEGACY;
    } else {
        model.summary.report = GOUJI_REPORT_ANNUAL;
    }
}

void expect_chapters(SemanticModel& model, const std::vector<Edition>& editions) {
    const Edition* edition = find(editions, view(model.summary.edition));
    if (edition == nullptr) return;
    model.expected.reserve(edition->chapters.size());
    for (const Edition::Chapter& wanted : edition->chapters) {
        const auto found = std::ranges::find_if(model.chapters, [&](const gouji_chapter& chapter) {
            return chapter.level == 1 && view(chapter.kind) == wanted.kind;
        });
        const auto index = found == model.chapters.end()
                               ? GOUJI_NONE
                               : static_cast<std::uint32_t>(found - model.chapters.begin());
        model.expected.push_back(
            {raw(wanted.kind), raw(wanted.title), raw(wanted.form), wanted.ordinal, index});
    }
}

}  // namespace

SemanticModel analyze(const Document& document, const Lexicon& lexicon,
                      const AnalysisOptions& options) {
    const std::vector<Edition>& editions = lexicon.editions();
    SemanticModel model;
    for (gouji_text* text :
         {&model.summary.edition, &model.summary.form_edition, &model.summary.year_edition,
          &model.summary.title, &model.summary.agency, &model.summary.agency_kind,
          &model.summary.division, &model.summary.unit, &model.summary.signed_agency}) {
        *text = raw("");
    }
    model.summary.signed_date = GOUJI_NONE;
    model.summary.period = GOUJI_NONE;

    Analysis analysis{document, lexicon.titles(), model, {}, {}, {}};
    fold_prose(analysis);
    find_chapters(analysis);
    find_sentences(analysis);
    find_citations(analysis);
    find_dates(analysis);
    find_quantities(analysis);
    find_title(analysis);
    find_signature(analysis);
    find_years(analysis);
    if (!model.periods.empty()) model.summary.period = 0;
    settle_year(model, editions, options);
    analyze_form(document, lexicon, model);
    settle_edition(model, editions, options);
    settle_report(document, model, editions, options);
    expect_chapters(model, editions);
    return model;
}

}  // namespace gouji
