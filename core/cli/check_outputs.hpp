#pragma once

#include "gouji/output/format.hpp"
#include "gouji/output/output.hpp"

#include <memory>
#include <vector>

#include "cli/check_options.hpp"

namespace gouji {

/// The outputs of one run, each with the format that writes it.
class CheckOutputs {
public:
    /// Refuses what would harm a file: an output that is an input, or a file that gouji did not
    /// write and --force does not give away.
    static Result<CheckOutputs> open(const CheckOptions& options, const RunView& view);

    void begin();
    [[nodiscard]] std::vector<Rendered> render(const AnalyzedReport& analyzed,
                                               std::uint32_t file) const;
    void deliver(ReportResult& delivery);
    /// False when one of them could not be written; it is said.
    [[nodiscard]] bool end(const RunSummary& summary, Language language);

    /// Whether standard output shows the summary to people.
    [[nodiscard]] bool text_on_screen() const { return text_on_screen_; }

private:
    [[nodiscard]] Write write_to(std::size_t i);

    std::vector<std::unique_ptr<Format>> formats_;
    std::vector<Output> outputs_;
    std::string commented_;  ///< the .docx with comments, where nothing else is on the screen
    bool text_on_screen_ = false;
    bool whole_or_nothing_ = false;
};

/// Drops what a folder brought in when it is an output of this run and no report: the results of
/// the run before.
void forget_outputs(const Arguments& arguments, std::vector<Input>& inputs);

/// Removes the results of an earlier run that this one was to replace and cannot: a step that
/// publishes whatever is there would take them for today's. Only files that gouji wrote, never the
/// baseline; says which.
void withdraw_results(const Arguments& arguments, Language language);

}  // namespace gouji
