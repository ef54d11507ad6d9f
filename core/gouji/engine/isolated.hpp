#pragma once

#include "gouji/engine/report_queue.hpp"
#include "gouji/engine/run.hpp"
#include "gouji/engine/wire.hpp"
#include "gouji/sandbox/workers.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace gouji {

/// Works reports out in worker processes, so that a rule that misbehaves costs its own findings for
/// that report and nothing else: its report is tried once more, then without the rule, which is
/// named. After `strikes` reports lost that way the rule is switched off for the rest of the run.
///
/// Which rule is off for which report depends on the order of delivery alone, never on timing:
/// work() may guess ahead, settle() puts right what was guessed wrong.
///
/// The rule that was running when a worker died need not be the one to blame: another may have
/// spoilt its memory. So the second try runs the suspect without any other foreign rule, and a
/// suspect that survives is cleared.
class Isolated {
public:
    static constexpr std::uint32_t strikes = 3;

    /// Forks; the process has one thread and has read no document. All arguments outlive the run.
    static Result<std::unique_ptr<Isolated>> start(std::span<const Input> inputs,
                                                   const RunContext& setup, const Render& render,
                                                   unsigned jobs, const Limits& limits);

    /// One report, in worker `slot`. One caller a slot at a time.
    [[nodiscard]] ReportResult work(unsigned slot, const WorkItem& unit);
    /// The report's turn has come. Called in order, one at a time.
    [[nodiscard]] ReportResult settle(ReportResult&& delivery);
    [[nodiscard]] const Confinement& confinement() const { return workers_->confinement(); }

private:
    /// What is remembered of a report until its turn: how to do it again, and how it went.
    struct Attempt {
        Job job;
        std::vector<std::uint32_t> off;     ///< rules that were switched off when it was worked out
        std::vector<std::uint32_t> struck;  ///< rules that lost their findings for it
        std::optional<ReportResult::Source> source;
    };

    Isolated(std::span<const Input> inputs, const RunContext& setup,
             std::unique_ptr<Workers> workers, unsigned spare)
        : inputs_(inputs), setup_(&setup), workers_(std::move(workers)), spare_(spare) {}
    [[nodiscard]] ReportResult attempt(unsigned slot, Attempt& attempt);
    [[nodiscard]] tl::expected<ReportResult, Workers::Death> ask(
        unsigned slot, Attempt& attempt, std::vector<std::uint32_t> skipped);
    /// The rules that end a worker when they are the only foreign ones.
    [[nodiscard]] std::map<std::uint32_t, Workers::Death> culprits(unsigned slot, Attempt& attempt);
    [[nodiscard]] std::vector<std::uint32_t> foreign_but(std::uint32_t rule) const;
    [[nodiscard]] Notice died(const Workers::Death& death, std::uint32_t file) const;

    std::span<const Input> inputs_;
    const RunContext* setup_;
    std::unique_ptr<Workers> workers_;
    unsigned spare_;  ///< the slot that settle() uses

    bool confinement_told_ = false;  ///< touched by settle() alone
    std::mutex mutex_;
    std::vector<std::uint32_t> off_;                                       ///< sorted
    std::map<std::pair<std::uint32_t, std::uint32_t>, Attempt> attempts_;  ///< by file and ordinal
    std::map<std::uint32_t, std::uint32_t> lost_;  ///< reports, by rule; touched by settle() alone
};

}  // namespace gouji
