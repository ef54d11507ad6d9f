#pragma once

#include "gouji/engine/run.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What every format may say about a run before it begins. All of it outlives the format.
struct RunView {
    const Setup& setup;
    std::span<const Input> inputs;
    std::vector<Notice> notices;  ///< known before the run: refused plugins, rules that failed
    std::span<const Suppression> suppressions;  ///< by number
    std::string started;                        ///< 2026-01-31T08:00:00.000Z
    bool english = false;
    bool color = false;
    bool quiet = false;
};

/// How a run ended.
struct Ending {
    std::string ended;
    int exit_code = 0;
    Tally tally;
    std::uint64_t reports = 0;  ///< that were looked at
    std::uint64_t files = 0;
    bool interrupted = false;
    bool capped = false;          ///< --max-findings was reached
    std::vector<Notice> notices;  ///< known only now
};

/// Room 6: one way of writing results. Everything is handed out as text for an Output, piece by
/// piece, so that nothing grows with the number of findings.
class Format {
public:
    virtual ~Format() = default;

    [[nodiscard]] virtual std::string begin() = 0;
    /// One report's findings. Called on any thread, many at once.
    [[nodiscard]] virtual std::string render(const Examined& examined,
                                             std::uint32_t file) const = 0;
    /// The same report's turn has come; `rendered` is what render() made of it. In order.
    [[nodiscard]] virtual std::string deliver(const Delivery& delivery, std::string&& rendered) = 0;
    [[nodiscard]] virtual std::string end(const Ending& ending) = 0;
};

[[nodiscard]] std::unique_ptr<Format> make_text_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_sarif_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_github_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_gitlab_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_checkstyle_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_junit_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_ndjson_format(const RunView& run);
[[nodiscard]] std::unique_ptr<Format> make_html_format(const RunView& run);

/// Null for a name that is no format.
[[nodiscard]] std::unique_ptr<Format> make_format(std::string_view name, const RunView& run);
[[nodiscard]] std::vector<std::string> format_names();

}  // namespace gouji
