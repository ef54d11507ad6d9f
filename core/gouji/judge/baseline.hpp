#pragma once

#include "gouji/rule/page.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gouji {

/// SARIF's baselineState of a finding.
enum class BaselineState : std::uint8_t { none, fresh, unchanged, updated };

/// One finding of an earlier run.
struct BaselineEntry {
    std::string uri;
    std::string rule;
    std::string fingerprint;
    std::string
        detail;  ///< its figures and words, hashed: what may change while it stays the same finding
    Level level = Level::warning;
    std::string result;  ///< the result as it was written, for when it is absent now
};

/// The findings of an earlier run, to hold a new run against. Immutable; what a run has met again
/// is told by the indices that match() hands out, so that processes and threads can each keep their
/// own.
class Baseline {
public:
    Baseline() = default;
    /// `current` are the uris of this run: a file of the earlier run that is not among them may
    /// have moved, and its findings are known again by their words.
    Baseline(std::vector<BaselineEntry> entries, std::span<const std::string> current);

    struct Match {
        BaselineState state = BaselineState::fresh;
        std::uint32_t entry = UINT32_MAX;
    };
    /// What one report's findings were before; one answer each, in order.
    struct Question {
        std::string_view fingerprint;
        std::string_view detail;
        Level level;
    };
    [[nodiscard]] std::vector<Match> match(std::string_view uri,
                                           std::span<const Question> findings) const;

    [[nodiscard]] std::span<const BaselineEntry> entries() const { return entries_; }

private:
    using Prints = std::unordered_map<std::string_view, std::uint32_t>;
    [[nodiscard]] const Prints* moved(std::span<const Question> findings) const;

    std::vector<BaselineEntry> entries_;
    std::map<std::string, Prints, std::less<>> files_;
    std::vector<const Prints*> vanished_;  ///< in the order of their names
};

}  // namespace gouji
