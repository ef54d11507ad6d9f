#pragma once

#include "gouji/rule/checker.hpp"
#include "gouji/rule/finding.hpp"
#include "gouji/rule/page.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A rule that had more to say about one document than anybody would read.
struct Overflow {
    std::uint32_t rule = 0;
    std::uint64_t reported = 0;
};

/// The sink of one document. All that a rule passes in is checked: places lie inside the report and
/// between characters, messages are the page's, strings are UTF-8. A rule that breaks the contract
/// costs its own findings, is named as a failure, and disturbs no other.
class Collector final : public Sink {
public:
    /// Findings of one rule in one document before it is asked to stop.
    static constexpr std::uint64_t limit = 10'000;

    /// How long one rule may look at one document: no rule that comes with gouji needs a hundredth
    /// of it for the largest file.
    static constexpr std::chrono::milliseconds time_limit{60'000};

    /// `stop`, once set, tells every rule to stop. Both outlive the collector.
    Collector(std::string_view text, Span extent, const std::atomic<bool>& stop,
              std::chrono::milliseconds allowed = time_limit)
        : text_(text), extent_(extent), stop_(&stop), allowed_(allowed) {}

    /// The report of the year before, of which rules may name places. It outlives the collector.
    void set_previous(std::string_view text, Span extent) {
        previous_text_ = text;
        previous_extent_ = extent;
    }

    /// What follows is this rule's, until end(). `page` outlives the bracket.
    void begin(std::uint32_t rule, const Page& page);
    void end();

    std::vector<Finding> findings;
    std::vector<RuleFailure> failures;
    std::vector<Overflow> overflows;

    gouji_answer open(Span where, std::string_view message) override;
    gouji_answer argument(std::string_view name, std::string_view value) override;
    gouji_answer related(Span where, std::string_view message) override;
    gouji_answer related_previous(Span where, std::string_view message) override;
    gouji_answer fix(bool safe, std::string_view message) override;
    gouji_answer edit(Span replaced, std::string_view by) override;
    gouji_answer rank(std::uint32_t rank) override;
    gouji_answer close() override;
    void fail(std::string_view reason) override;
    void fail(const Error& reason) override { broken(reason.zh, reason.en); }
    [[nodiscard]] bool cancelled() const override;

private:
    gouji_answer sound(Span where, std::string_view message);
    gouji_answer known(std::string_view message);
    gouji_answer misplaced(gouji_answer why, Span where);
    void broken(std::string zh, std::string en);
    [[nodiscard]] bool closed(const char* verb);

    std::string_view text_;
    Span extent_;
    std::string_view previous_text_;
    Span previous_extent_{};
    const std::atomic<bool>* stop_;
    std::chrono::milliseconds allowed_;  ///< time of one rule

    std::uint32_t rule_ = 0;
    const Page* page_ = nullptr;
    std::size_t mark_ = 0;          ///< findings before this rule's
    std::uint64_t reported_ = 0;    ///< by this rule, counted ones and dropped ones
    std::optional<Error> failure_;  ///< of this rule; the first is kept
    Finding open_;
    bool is_open_ = false;
    std::chrono::steady_clock::time_point begun_;
    mutable std::uint32_t asked_ = 0;          ///< times that the rule asked whether to stop
    mutable bool late_ = false;                ///< it has looked for longer than the limit
    Finding::Arguments* arguments_ = nullptr;  ///< of what was opened last
};

}  // namespace gouji
