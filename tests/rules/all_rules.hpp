#pragma once

#include "gouji/engine/analyzed_report.hpp"

#include <vector>

namespace gouji::testing {

/// The rules of the built tree, each at work with the options of its page; also those that are off
/// by default. Made on the main thread, then used by any.
class AllRules {
public:
    /// Throws a sentence when something cannot be loaded.
    AllRules();
    AllRules(const AllRules&) = delete;
    AllRules& operator=(const AllRules&) = delete;

    [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const ResolvedConfig& config() const { return configs_.front(); }
    /// For runs of one input.
    [[nodiscard]] RunContext context() const {
        return {lexicon_, catalogue_, configs_, inputs_, {}, nullptr};
    }

private:
    std::vector<Edition> editions_;
    Lexicon lexicon_;
    Catalogue catalogue_;
    std::vector<ResolvedConfig> configs_;
    std::vector<InputContext> inputs_{1};
};

}  // namespace gouji::testing
