#pragma once

#include "gouji/diagnostics/profile.hpp"
#include "gouji/engine/catalogue.hpp"
#include "gouji/rule/finding.hpp"
#include "gouji/terms/term_table.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// One rule at work.
struct Active {
    std::uint32_t rule = 0;
    const Checker* checker = nullptr;  ///< null: it runs in a worker
    ForeignRules* worker = nullptr;
    std::uint32_t number = 0;  ///< by which the worker knows it
};

/// The rules that a profile turns on, built, and sorted by the editions they are for. Immutable
/// during the run; built and destroyed on the main thread. The catalogue outlives it.
class Checkers {
public:
    Checkers(const Catalogue& catalogue, const Profile& profile);

    /// Those that check a report of this edition (“2021”, “legacy”, or "" when none is known),
    /// first those of this process, then those of one worker after the other.
    [[nodiscard]] std::span<const Active> looking_at(std::string_view edition) const;
    /// The words that these rules look for.
    [[nodiscard]] const TermTable& terms() const { return terms_; }
    /// Rules that could not be built, and why.
    [[nodiscard]] std::span<const RuleFailure> failed() const { return failed_; }
    /// The workers that some of these rules run in.
    [[nodiscard]] std::vector<const ForeignRules*> workers() const;

private:
    [[nodiscard]] Result<Active> make(std::uint32_t rule, const Page& page,
                                      const Catalogue& catalogue);

    TermTable terms_;
    std::vector<std::unique_ptr<Checker>> owned_;
    /// By component and, for programs, by rule.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::unique_ptr<ForeignRules>> workers_;
    std::vector<Active> everywhere_;  ///< those whose page names no edition
    std::map<std::string, std::vector<Active>, std::less<>> by_edition_;
    std::vector<RuleFailure> failed_;
};

}  // namespace gouji
