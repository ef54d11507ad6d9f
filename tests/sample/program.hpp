#pragma once

#include <string>
#include <vector>

namespace gouji::sample {

/// What a program did.
struct Outcome {
    int code = -1;  ///< exit code; 128 + n when signal n ended it
    std::string out;
    std::string err;
};

/// Runs a program with these arguments (the first is its path), `input` on its standard input.
Outcome run(const std::vector<std::string>& command, const std::string& input = {});

}  // namespace gouji::sample
