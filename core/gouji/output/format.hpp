#pragma once

#include "gouji/engine/run.hpp"
#include "gouji/output/baseline_log.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What every format may say about a run before it begins. All of it outlives the format.
struct RunView {
    const RunContext& context;
    std::span<const Input> inputs;
    std::vector<Notice> notices;  ///< known before the run: refused plugins, rules that failed
    std::span<const Suppression> suppressions;  ///< by number
    const BaselineLog* baseline = nullptr;      ///< the one of `context`
    std::string started;                        ///< 2026-01-31T08:00:00.000Z
    Language language = Language::zh;
    Level fail_on = Level::error;  ///< the gate; off: nothing fails
    bool color = false;
    bool quiet = false;
};

/// How a run ended.
struct RunSummary {
    std::string ended;
    int exit_code = 0;
    Tally tally;
    std::uint64_t reports = 0;  ///< that were checked
    bool interrupted = false;
    bool capped = false;          ///< --max-findings was reached, and files were left
    std::vector<Notice> notices;  ///< known only now
};

/// Takes a piece of text for an output.
using Write = std::function<void(std::string_view)>;
/// Calls a Write with pieces of text, one after the other.
using Pieces = std::function<void(const Write&)>;

/// One way of writing results. All text goes to an Output piece by piece, so that memory does not
/// grow with the number of findings.
class Format {
public:
    virtual ~Format() = default;

    virtual void begin(const Write& write) = 0;
    /// One report's findings. A piece is whole findings; what a format counts (results of SARIF) is
    /// one piece each. Called on any thread, many at once.
    virtual void render(const AnalyzedReport& analyzed, std::uint32_t file,
                        const Write& write) const = 0;
    /// Writes a report; `rendered` hands over the pieces that render() makes of it. Called in the
    /// order of the inputs.
    virtual void deliver(const ReportResult& delivery, const Pieces& rendered,
                         const Write& write) = 0;
    virtual void end(const RunSummary& summary, const Write& write) = 0;
    /// Asked after end(): why the output must not be written, if it must not.
    [[nodiscard]] virtual std::optional<Error> failure() const { return std::nullopt; }
};

[[nodiscard]] std::unique_ptr<Format> make_text_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_sarif_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_github_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_gitlab_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_checkstyle_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_junit_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_ndjson_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_html_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_docx_format(const RunView& run);

/// Null for a name that is no format.
[[nodiscard]] std::unique_ptr<Format> make_format(std::string_view name, const RunView& run);
[[nodiscard]] std::vector<std::string> format_names();

}  // namespace gouji
