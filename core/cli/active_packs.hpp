#pragma once

#include "gouji/diagnostics/profile.hpp"
#include "gouji/engine/catalogue.hpp"

#include <set>
#include <string>
#include <vector>

namespace gouji {

/// The components that take part for a set of files: all plugins, and the packs that a
/// configuration or the command line asks for, with those that they build on.
class ActivePacks {
public:
    /// `folders` are those of the packs that are asked for.
    ActivePacks(const Catalogue& catalogue, const std::vector<std::string>& folders);

    /// The settings of all rules, with what the packs change and before any configuration.
    [[nodiscard]] Profile profile() const;
    /// Adjustments of one rule that differ though neither pack builds on the other; those of rules
    /// whose level a configuration has `settled` left out.
    [[nodiscard]] std::vector<Error> contradictions(const std::set<std::size_t>& settled) const;

private:
    const Catalogue* catalogue_;
    std::vector<bool> active_;
    /// Of each component, those that it builds on, directly or not.
    std::vector<std::set<std::size_t>> below_;
};

}  // namespace gouji
