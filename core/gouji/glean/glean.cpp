#include "gouji/glean/glean.hpp"

#include "gouji/glean/form.hpp"
#include "gouji/glean/gleaning.hpp"

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
void settle_year(Facts& facts, const std::vector<Edition>& editions, const GleanOptions& options) {
    if (options.year != 0) {
        const std::string& value = facts.words.emplace_back(std::to_string(options.year));
        facts.evidence.insert(facts.evidence.begin(),
                              {raw("year"), raw(value), raw("option"), Span{}});
    }
    const auto said = std::ranges::find(facts.evidence, "year",
                                        [](const gouji_evidence& e) { return view(e.topic); });
    if (said != facts.evidence.end()) facts.facts.year = year_of(view(said->value));
    facts.facts.year_edition = raw(edition_for(facts.facts.year, editions));
}

bool has_tables(const Facts& facts) {
    return std::ranges::any_of(
        facts.forms, [](const gouji_form& form) { return form.state == GOUJI_FORM_FOUND; });
}

std::size_t chapters_with(const Facts& facts, bool legacy_ones) {
    return static_cast<std::size_t>(
        std::ranges::count_if(facts.chapters, [&](const gouji_chapter& chapter) {
            return legacy_ones ? chapter.match == GOUJI_TITLE_LEGACY : chapter.kind.size != 0;
        }));
}

/// What the checks go by: the option, what the tables show, what the year asks for.
void settle_edition(Facts& facts, const std::vector<Edition>& editions,
                    const GleanOptions& options) {
    std::string_view edition;
    const std::string_view shown = view(facts.facts.form_edition);
    if (!options.edition.empty() && options.edition != "auto") {
        const Edition* asked = find(editions, options.edition);
        edition = asked != nullptr            ? std::string_view(asked->id)
                  : options.edition == legacy ? legacy
                                              : std::string_view{};
        if (!edition.empty())
            facts.evidence.push_back({raw("edition"), raw(edition), raw("option"), Span{}});
    }
    if (edition.empty() && find(editions, shown) != nullptr) edition = shown;
    if (edition.empty() && !has_tables(facts) && chapters_with(facts, true) >= 2) edition = legacy;
    if (edition.empty()) edition = view(facts.facts.year_edition);
    if (edition.empty() && !editions.empty()) edition = editions.back().id;  // the one in force
    facts.facts.edition = raw(edition);
}

bool names_a_report(std::string_view title) {
    return title.find("公开") != std::string_view::npos &&
           (title.find("报告") != std::string_view::npos ||
            title.find("年报") != std::string_view::npos);
}

void settle_report(Facts& facts, const GleanOptions& options) {
    const bool annual = options.assume_report || names_a_report(view(facts.facts.title)) ||
                        chapters_with(facts, false) != 0 || chapters_with(facts, true) != 0 ||
                        has_tables(facts);
    if (!annual) {
        facts.facts.report = GOUJI_REPORT_NONE;
    } else if (view(facts.facts.edition) == legacy) {
        facts.facts.report = GOUJI_REPORT_LEGACY;
    } else {
        facts.facts.report = GOUJI_REPORT_ANNUAL;
    }
}

void expect_chapters(Facts& facts, const std::vector<Edition>& editions) {
    const Edition* edition = find(editions, view(facts.facts.edition));
    if (edition == nullptr) return;
    facts.expected.reserve(edition->chapters.size());
    for (const Edition::Chapter& wanted : edition->chapters) {
        const auto found = std::ranges::find_if(facts.chapters, [&](const gouji_chapter& chapter) {
            return chapter.level == 1 && view(chapter.kind) == wanted.kind;
        });
        const auto index = found == facts.chapters.end()
                               ? GOUJI_NONE
                               : static_cast<std::uint32_t>(found - facts.chapters.begin());
        facts.expected.push_back(
            {raw(wanted.kind), raw(wanted.title), raw(wanted.form), wanted.ordinal, index});
    }
}

}  // namespace

Facts glean(const Document& document, const Lexicon& lexicon, const GleanOptions& options) {
    const std::vector<Edition>& editions = lexicon.editions();
    Facts facts;
    for (gouji_text* text :
         {&facts.facts.edition, &facts.facts.form_edition, &facts.facts.year_edition,
          &facts.facts.title, &facts.facts.agency, &facts.facts.agency_kind, &facts.facts.division,
          &facts.facts.unit, &facts.facts.signed_agency}) {
        *text = raw("");
    }
    facts.facts.signed_date = GOUJI_NONE;
    facts.facts.period = GOUJI_NONE;

    Gleaning gleaning{document, lexicon.titles(), facts, {}, {}, {}};
    fold_prose(gleaning);
    glean_chapters(gleaning);
    glean_sentences(gleaning);
    glean_citations(gleaning);
    glean_dates(gleaning);
    glean_quantities(gleaning);
    glean_title(gleaning);
    glean_signature(gleaning);
    glean_years(gleaning);
    if (!facts.periods.empty()) facts.facts.period = 0;
    settle_year(facts, editions, options);
    glean_form(document, lexicon, facts);
    settle_edition(facts, editions, options);
    settle_report(facts, options);
    expect_chapters(facts, editions);
    return facts;
}

}  // namespace gouji
