#pragma once

#include "gouji/diagnostics/diagnostic.hpp"
#include "gouji/diagnostics/suppressions.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/engine/file.hpp"
#include "gouji/engine/fingerprint.hpp"
#include "gouji/engine/previous_reports.hpp"
#include "gouji/engine/resolved_config.hpp"
#include "gouji/rule/collector.hpp"
#include "gouji/semantic/analyze.hpp"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace gouji {

/// What holds for one input.
struct InputContext {
    std::uint32_t resolved_config = 0;
    const Suppressions* suppressions = nullptr;
    std::string path;  ///< below the folder of its configuration, for globs
    std::string uri;   ///< as results name it
    /// How the file differs from the revision that it is compared with.
    struct Change {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;  ///< first and last, from 1
        bool compared = false;  ///< its earlier findings are in RunContext::before
    };
    std::optional<Change> change = std::nullopt;  ///< nothing: all findings count
};

/// What every report of a run is checked with. Immutable during the run.
struct RunContext {
    const Lexicon& lexicon;
    const Catalogue& catalogue;
    std::span<const ResolvedConfig> resolved_configs;
    std::span<const InputContext> inputs;  ///< one for each input of the run
    LoadOptions load = {};
    const Baseline* baseline = nullptr;
    const Baseline* before = nullptr;  ///< findings of changed files as they were
};

/// One report parsed, analysed and checked, with all that `output` needs.
struct AnalyzedReport {
    std::shared_ptr<const File> file;
    std::uint32_t ordinal = 0;  ///< among the reports of its file, from 0
    Document document;
    SemanticModel model;
    std::vector<Diagnostic> diagnostics;
    std::vector<Fingerprint> prints;  ///< one for each diagnostic
    std::vector<std::uint32_t> met;   ///< entries of the baseline that are here again
    /// Of the year before, where it was looked for and found; some places of findings stand there.
    std::shared_ptr<const PreviousReport> previous = nullptr;
    std::optional<Error> unpaired = std::nullopt;  ///< why it was looked for and not found
    std::uint64_t outside = 0;  ///< findings that a change has nothing to do with; left out
    std::vector<RuleFailure> failures;
    std::vector<Overflow> overflows;

    /// The file that a place related to a finding stands in.
    [[nodiscard]] const File& file_of(const Finding::Related& related) const {
        return related.previous && previous ? *previous->file : *file;
    }
    /// False for a text that is plainly no annual report; then no rule checked it.
    [[nodiscard]] bool is_report() const { return model.summary.report != GOUJI_REPORT_NONE; }
};

/// Lets reports that are worked on in parallel ask foreign code in their own order.
class InOrder {
public:
    /// Waits until every report before this one has passed.
    void wait(std::uint64_t sequence);
    /// Whether they have already.
    [[nodiscard]] bool reached(std::uint64_t sequence);
    /// This report asks nothing any more. To be called once for each.
    void pass(std::uint64_t sequence);

private:
    std::mutex mutex_;
    std::condition_variable passed_;
    std::uint64_t next_ = 0;
    std::set<std::uint64_t> early_;  ///< have passed before their turn
};

/// A report's place in that order; the order may be null.
struct Turn {
    InOrder* order = nullptr;
    std::uint64_t sequence = 0;
};

/// Parses, analyzes and checks one stretch of a file. Once `stop` is set, rules are asked to
/// stop where they are.
[[nodiscard]] AnalyzedReport analyze_report(std::shared_ptr<const File> file, Span extent,
                                            std::uint32_t ordinal, std::uint32_t input,
                                            const RunContext& setup, const std::atomic<bool>& stop,
                                            Turn turn = {});

}  // namespace gouji
