#pragma once

#include "gouji/base/result.hpp"
#include "gouji/diagnostics/baseline.hpp"

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A SARIF log that gouji wrote, read result by result; of each result only numbers are kept.
/// Results that are absent in the log already are left out.
class BaselineLog {
public:
    /// Input from a pipe is copied to a temporary file, since it is read twice.
    static Result<BaselineLog> open(const std::string& path);

    /// The findings of the log. Errors name the file, the place and the remedy. `current` are the
    /// URIs of the present run.
    Result<Baseline> read(std::span<const std::string> current);

    /// Calls `write` with the text of every result that is not `met`, as one that is absent now.
    /// `met` has an entry for each finding that read() handed out. `rule` knows the index of a rule
    /// that still has a message of this id.
    using RuleIndex = std::function<std::optional<std::uint32_t>(std::string_view rule,
                                                                 std::string_view message)>;
    void absent(const std::vector<bool>& met, const RuleIndex& rule,
                const std::function<void(std::string_view)>& write) const;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using Handle = std::unique_ptr<std::FILE, Close>;

    BaselineLog(std::string path, Handle file) : path_(std::move(path)), file_(std::move(file)) {}

    std::string path_;
    Handle file_;  ///< kept open: the run may replace the file itself
};

}  // namespace gouji
