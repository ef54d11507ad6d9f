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

/// A SARIF log that gouji wrote, read result by result: what is kept of a million of them are
/// numbers. Results that were already absent in it do not count.
class BaselineLog {
public:
    /// What comes through a pipe is put into a temporary file, to be read twice.
    static Result<BaselineLog> open(const std::string& path);

    /// Its findings. Errors name the file, the place and the remedy. `current` are the uris of the
    /// run at hand.
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
