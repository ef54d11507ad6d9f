#include "gouji/semantic/form_edition.hpp"

#include "gouji/semantic/form_values.hpp"

#include <algorithm>
#include <string>

namespace gouji {
namespace {

/// Whether the form's words decide for its best edition without help from elsewhere.
bool decided(const std::vector<FormEditions::Fit>& fits) {
    if (fits.empty()) return false;
    return fits.size() == 1 || fits[0].score - fits[1].score >= 3;
}

}  // namespace

FormEditions::FormEditions(const FormTables& tables, SemanticModel& model)
    : tables_(tables), model_(model) {
    find_marks();
    for (std::uint32_t form = 0; form < tables.ids().size(); ++form) fits_.push_back(fit(form));
    settle();
}

std::optional<std::uint32_t> FormEditions::of(std::uint32_t form) const {
    const std::vector<Fit>& fits = fits_[form];
    return decided(fits) ? fits.front().edition : majority_;
}

void FormEditions::find_marks() {
    marks_.assign(editions().size(), 0);
    std::vector<std::string> seen;
    std::string folded;
    for (const FormRow& row : tables_.rows()) {
        for (const FormCell& cell : row.cells) {
            if (cell.mark == GOUJI_NONE) continue;
            fold(view(cell.cell->text), folded);
            if (std::find(seen.begin(), seen.end(), folded) != seen.end()) continue;
            seen.push_back(folded);
            ++marks_[cell.mark];
            const bool header = row.first_value() == row.cells.size();
            model_.evidence.push_back({raw("edition"), raw(editions()[cell.mark].id),
                                       raw(header ? "form header" : "form row"), cell.cell->span});
        }
    }
}

std::vector<FormEditions::Fit> FormEditions::fit(std::uint32_t form) const {
    std::vector<Fit> out;
    for (std::uint32_t edition = 0; edition < editions().size(); ++edition) {
        const FormMatch match = match_form(tables_, form, edition, false);
        if (match.form == nullptr || match.table_rows.empty()) continue;
        Fit fit{edition, 0};
        std::uint32_t names = 0;
        for (const Match& row : match.rows) {
            const bool counts =
                row.cell != nullptr &&
                (match.form->values_in_one_row || has_values(tables_.rows()[row.row], row.cell));
            fit.score += counts ? 1 : -1;
            names += counts;
        }
        for (const FormMatch::Header& header : match.headers) {
            fit.score += header.match.cell != nullptr;
            names += header.match.cell != nullptr;
        }
        if (names < 2) continue;
        for (const std::size_t r : match.table_rows) {
            for (const FormCell& cell : tables_.rows()[r].cells) {
                if (only_edition(cell.entries) != edition) continue;
                fit.score += 3;
            }
        }
        out.push_back(fit);
    }
    // The later edition first among equals.
    std::stable_sort(out.begin(), out.end(), [](const Fit& a, const Fit& b) {
        return a.score != b.score ? a.score > b.score : a.edition > b.edition;
    });
    return out;
}

void FormEditions::settle() {
    std::vector<std::uint32_t> votes(editions().size(), 0);
    for (const std::vector<Fit>& form : fits_) {
        if (decided(form)) ++votes[form.front().edition];
    }
    for (std::size_t edition = 0; edition < votes.size(); ++edition) {
        if (marks_[edition] > 0 && votes[edition] == 0) ++votes[edition];
    }
    const auto said = std::count_if(votes.begin(), votes.end(), [](auto v) { return v > 0; });
    for (std::uint32_t edition = 0; edition < votes.size(); ++edition) {
        if (votes[edition] == 0) continue;
        if (!majority_ ||
            votes[edition] + marks_[edition] > votes[*majority_] + marks_[*majority_]) {
            majority_ = edition;
        }
    }
    model_.summary.form_edition = said > 1    ? raw("mixed")
                                  : said == 1 ? raw(editions()[*majority_].id)
                                              : raw("");
    // Without a word from the tables, the year; without a year, the edition in force.
    if (!majority_) {
        for (std::uint32_t edition = 0; edition < editions().size(); ++edition) {
            if (editions()[edition].id == view(model_.summary.year_edition)) majority_ = edition;
        }
    }
    if (!majority_ && !editions().empty())
        majority_ = static_cast<std::uint32_t>(editions().size() - 1);
}

}  // namespace gouji
