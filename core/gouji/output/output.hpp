#pragma once

#include "gouji/base/result.hpp"

#include <cstdio>
#include <string>
#include <string_view>

namespace gouji {

/// The destination of one format: standard output, or a file that is replaced as a whole. Until
/// commit() the text goes to a temporary file in the same folder; without commit() it is removed
/// and the old file stays.
class Output {
public:
    /// `path` empty or "-": standard output.
    static Result<Output> open(const std::string& path);

    /// Errors (a full disk, a closed pipe) are kept and returned by commit().
    void write(std::string_view text);
    Result<void> commit();

    Output(Output&& other) noexcept;
    Output& operator=(Output&&) = delete;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

private:
    Output(std::FILE* file, std::string path, std::string temporary)
        : file_(file), path_(std::move(path)), temporary_(std::move(temporary)) {}

    std::FILE* file_;
    std::string path_;
    std::string temporary_;  ///< "" for standard output
    int error_ = 0;
};

}  // namespace gouji
