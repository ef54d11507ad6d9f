#pragma once

#include "gouji/diagnostics/profile.hpp"
#include "gouji/engine/catalogue.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// What a configuration says itself of rules, so that packs which differ about it do no harm.
struct Settled {
    std::set<std::size_t> levels;                           ///< rules
    std::set<std::pair<std::size_t, std::string>> options;  ///< rules and keys
};

/// The components that take part for a set of files: all plugins, and the packs that a
/// configuration or the command line asks for, with those that they build on.
class ActivePacks {
public:
    /// `folders` are those of the packs that are asked for.
    ActivePacks(const Catalogue& catalogue, const std::vector<std::string>& folders);

    /// Those of them that are packs.
    [[nodiscard]] std::vector<const Component*> packs() const;
    /// Lets a pack take no part.
    void leave_out(const Component& pack) {
        active_[static_cast<std::size_t>(&pack - catalogue_->components().data())] = false;
    }

    /// The settings of all rules, with what the packs change and before any configuration.
    [[nodiscard]] Profile profile() const;
    /// Adjustments of one rule that differ though neither pack builds on the other, but for what a
    /// configuration has `settled`.
    [[nodiscard]] std::vector<Error> contradictions(const Settled& settled) const;

private:
    const Catalogue* catalogue_;
    std::vector<bool> active_;
    /// Of each component, those that it builds on, directly or not.
    std::vector<std::set<std::size_t>> below_;
};

}  // namespace gouji
