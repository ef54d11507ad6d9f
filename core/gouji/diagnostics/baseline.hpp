#pragma once

#include "gouji/diagnostics/similarity_key.hpp"
#include "gouji/rule/page.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// SARIF's baselineState of a finding.
enum class BaselineState : std::uint8_t { none, fresh, unchanged, updated };

/// One finding of an earlier run. Numbers only, since there may be a million.
struct BaselineEntry {
    std::uint64_t context = 0;  ///< of its fingerprint, without the number after the colon
    std::uint64_t detail =
        0;  ///< its figures and words, which may change while the finding stays the same
    std::uint32_t number = 0;                     ///< among equal contexts, from 1
    std::uint32_t file = 0;                       ///< index into the baseline's files
    std::optional<SimilarityKey> similarity_key;  ///< older logs have none
    Level level = Level::warning;

    /// False when the text is no fingerprint of a finding.
    bool set_context(std::string_view fingerprint);
    void set_detail(std::string_view text);
};

/// The findings of an earlier run, with which a new run is compared. Immutable: match() returns the
/// indices of the findings that are met again, so that each process and thread keeps its own
/// record.
class Baseline {
public:
    Baseline() = default;
    /// `current` are the uris of this run: a file of the earlier run that is not among them may
    /// have moved, and its findings are matched by their words.
    Baseline(std::vector<BaselineEntry> entries, std::span<const std::string> files,
             std::span<const std::string> current);

    struct Match {
        BaselineState state = BaselineState::fresh;
        std::uint32_t entry = UINT32_MAX;
    };
    /// The state of each of one report's findings, in order. Findings with the same fingerprint are
    /// matched first, then the most similar of the rest, so that an edited sentence keeps its
    /// findings.
    struct Question {
        std::string_view context;
        std::string_view detail;
        const SimilarityKey* similarity_key;
        Level level;
    };
    [[nodiscard]] std::vector<Match> match(std::string_view uri,
                                           std::span<const Question> findings) const;

    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    using Indices = std::vector<std::uint32_t>;

    [[nodiscard]] std::optional<std::uint32_t> moved(std::span<const BaselineEntry> findings) const;
    void match_alike(std::span<const BaselineEntry> findings, std::vector<Match>& out) const;
    [[nodiscard]] Match met(std::uint32_t entry, const BaselineEntry& now) const;

    std::vector<BaselineEntry> entries_;
    std::map<std::string, std::uint32_t, std::less<>> files_;
    Indices by_context_;           ///< entries by file, context and number
    Indices by_kind_;              ///< entries by file and kind
    Indices vanished_by_context_;  ///< those of files that are gone, by context and number
};

}  // namespace gouji
