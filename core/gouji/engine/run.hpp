#pragma once

#include "gouji/engine/analyzed_report.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Something about the run itself that the user should know; never a finding.
struct Notice {
    enum class Kind : std::uint8_t {
        unreadable,
        no_report,
        rule_failed,
        rule_overflow,
        refused,
        interrupted,
        suppression,
        unconfined,
        capped,
        converted,
        skipped,          ///< a file that a walk or a configuration left out
        nothing_checked,  ///< no report, or no rule
        ignored_config,   ///< beside a document, with --locked
        deleted,          ///< a report that was there at --diff-base
        deprecated,       ///< a rule or pack in use whose author names another
        unpaired,         ///< a report without its counterpart of the year before, or after
    };
    static constexpr std::size_t kinds = 16;

    Kind kind = Kind::unreadable;
    Error what;  ///< one sentence, in both languages, without the file's name
    std::optional<std::uint32_t> file;  ///< index into the inputs
    std::optional<std::uint32_t> rule;  ///< index into the catalogue
    bool required = false;              ///< a no_report of a file that the user named

    /// Whether gouji could not do a part of its work: exit code 2.
    [[nodiscard]] bool fatal() const {
        switch (kind) {
            case Kind::no_report:
                return required;
            case Kind::unreadable:
            case Kind::rule_failed:
            case Kind::refused:
            case Kind::interrupted:
            case Kind::nothing_checked:
                return true;
            case Kind::rule_overflow:
            case Kind::suppression:
            case Kind::unconfined:
            case Kind::capped:
            case Kind::converted:
            case Kind::skipped:
            case Kind::deleted:
            case Kind::ignored_config:
            case Kind::deprecated:
            case Kind::unpaired:
                break;
        }
        return false;
    }
};

/// A report as one output writes it: text in pieces.
struct Rendered {
    std::string text;
    std::vector<std::uint32_t> ends;  ///< offsets in `text`, ascending: where each piece ends

    void add(std::string_view piece) {
        text += piece;
        ends.push_back(static_cast<std::uint32_t>(text.size()));
    }
    /// Calls `take` with one piece after the other.
    template <class Take>
    void each(const Take& take) const {
        std::uint32_t begin = 0;
        for (const std::uint32_t end : ends) {
            take(std::string_view(text).substr(begin, end - begin));
            begin = end;
        }
    }
};

/// One report's results, in the order of the inputs.
struct ReportResult {
    std::uint32_t file = 0;     ///< index into the inputs
    std::uint32_t ordinal = 0;  ///< among the reports of the file
    bool last = true;           ///< of the file
    /// What the file is; nothing when it could not be read.
    struct Source {
        ContainerKind kind = ContainerKind::text;
        Encoding encoding = Encoding::utf8;
        std::uint64_t bytes = 0;
        std::optional<Sha256> digest = std::nullopt;  ///< when it was wanted
    };
    std::optional<Source> source;
    std::string agency;              ///< whose report it is; "" when unknown
    std::int32_t year = 0;           ///< that the report is about; 0 when unknown
    std::vector<Rendered> rendered;  ///< one for each output; none while `analyzed` is there
    /// A report of many findings: it is rendered when its turn comes, piece by piece.
    std::shared_ptr<const AnalyzedReport> analyzed;
    Tally tally;
    /// Findings that count, of one rule at one level.
    struct Count {
        std::uint32_t rule = 0;  ///< index into the catalogue
        Level level = Level::note;
        std::uint64_t findings = 0;
    };
    std::vector<Count> counts;
    std::uint64_t most_related = 0;  ///< related places of the finding that has most of them
    std::vector<Notice> notices;
    std::vector<std::uint32_t> met;   ///< entries of the baseline that are here again
    std::vector<std::uint32_t> used;  ///< suppressions that covered something
};

struct RunOptions {
    unsigned jobs = 0;                        ///< 0: one a processor
    const std::atomic<bool>* stop = nullptr;  ///< set from outside to end early; may be null
};

/// Renders an analyzed report for each output. Called on any thread, many at once.
using Render = std::function<std::vector<Rendered>(const AnalyzedReport&, std::uint32_t file)>;
/// Takes the results; one call at a time, in order.
using Deliver = std::function<void(ReportResult&&)>;

/// Looks at every report of every input. Reports are worked on in parallel and delivered in order;
/// how much waits is bounded, so memory grows with the largest file, not with their number.
void run(std::span<const Input> inputs, const RunContext& setup, const RunOptions& options,
         const Render& render, const Deliver& deliver);

}  // namespace gouji
