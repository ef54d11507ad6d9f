#pragma once

#include "gouji/engine/run.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// One report to look at, as it is sent to a worker process.
struct Job {
    std::uint32_t input = 0;
    std::uint32_t ordinal = 0;
    Span extent{};
    std::vector<std::uint32_t> skipped;  ///< rules that are not to run
    std::string text;  ///< the file's bytes when the worker cannot open it itself (standard input)
};

/// Between a worker process and its parent: both are the same program, so the bytes are plain.
/// Reading believes nothing: what a mad worker sends is nothing or a well-formed value.
[[nodiscard]] std::string pack(const Job& job);
[[nodiscard]] std::optional<Job> deserialize_job(std::string_view bytes);
[[nodiscard]] std::string pack(const ReportResult& delivery);
[[nodiscard]] std::optional<ReportResult> deserialize_result(std::string_view bytes);

}  // namespace gouji
