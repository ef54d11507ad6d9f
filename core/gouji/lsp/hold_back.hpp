#pragma once

#include "gouji/lsp/analysis.hpp"
#include "gouji/lsp/text_document.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// Decides which findings are shown while somebody types. Input methods pass unfinished words on as
/// text; what is found in them would flash up and vanish. So a finding that was not shown before
/// and touches the line being edited waits until nothing has been typed for a while. All others are
/// shown at once, and what is gone is gone at once.
class HoldBack {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds quiet{300};

    /// The text was edited: moves the places of what is shown.
    void edited(const TextDocument& document, TextDocument::Edit edit, Clock::time_point now);
    /// The text was replaced as a whole, saved or opened: nothing waits.
    void settle() { until_.reset(); }

    /// The indices of the findings to show now. They are remembered as shown.
    [[nodiscard]] std::vector<std::uint32_t> shown(const std::vector<LiveFinding>& findings,
                                                   Clock::time_point now);
    /// When findings that wait are to be shown; nothing when none waits.
    [[nodiscard]] std::optional<Clock::time_point> due() const {
        return waiting_ ? until_ : std::nullopt;
    }

private:
    struct Shown {
        std::string rule;
        std::string words;
        Span where;
    };

    std::vector<Shown> shown_;  ///< with places in the present text
    Span line_{};               ///< the lines being edited
    std::optional<Clock::time_point> until_;
    bool waiting_ = false;
};

}  // namespace gouji
