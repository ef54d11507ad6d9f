#pragma once

#include "gouji/semantic/form_match.hpp"
#include "gouji/semantic/semantic_model.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace gouji {

/// Which edition each form of a report is of. Sets model.summary.form_edition and adds the words
/// that show an edition to the evidence; where the tables show none, the edition of the model's
/// year counts, else the one in force.
class FormEditions {
public:
    /// How well an edition's form fits the tables.
    struct Fit {
        std::uint32_t edition = 0;  ///< index
        int score = 0;
    };

    /// Tables and model outlive it.
    FormEditions(const FormTables& tables, SemanticModel& model);

    /// The edition of a form, as an index; nothing without editions. `form` indexes
    /// FormTables::ids().
    [[nodiscard]] std::optional<std::uint32_t> of(std::uint32_t form) const;
    /// Whether any table carries the form.
    [[nodiscard]] bool found(std::uint32_t form) const { return !fits_[form].empty(); }

private:
    [[nodiscard]] const std::vector<Edition>& editions() const {
        return tables_.lexicon().editions();
    }
    /// Evidence: words of the tables that one edition alone has, each once.
    void find_marks();
    /// Every edition that has the form, the best first; empty where no table carries it.
    [[nodiscard]] std::vector<Fit> fit(std::uint32_t form) const;
    /// What the tables together say: one edition, several, or nothing.
    void settle();

    const FormTables& tables_;
    SemanticModel& model_;
    std::vector<std::uint32_t> marks_;    ///< words that show it, beside the editions
    std::vector<std::vector<Fit>> fits_;  ///< beside the forms
    std::optional<std::uint32_t> majority_;
};

}  // namespace gouji
