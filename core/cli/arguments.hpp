#pragma once

#include "gouji/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options/variables_map.hpp>

#include "cli/options.hpp"

namespace gouji {

/// A command line, parsed by a command's options.
class Arguments {
public:
    /// Errors name the option, and the nearest right one or the words that it takes.
    static Result<Arguments> parse(const std::vector<std::string>& words, const Options& options);

    /// The command line as it was given.
    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
    [[nodiscard]] bool has(const char* name) const { return values_.count(name) != 0; }
    /// Whether a switch was given.
    [[nodiscard]] bool on(const char* name) const { return has(name) && values_[name].as<bool>(); }
    [[nodiscard]] std::string text(const char* name, std::string_view fallback = {}) const;
    /// Every value of an option that may be repeated.
    [[nodiscard]] std::vector<std::string> texts(const char* name) const;
    /// The same, where one value may also hold several with commas between.
    [[nodiscard]] std::vector<std::string> list(const char* name) const;
    /// Positional arguments.
    [[nodiscard]] std::vector<std::string> paths() const { return texts("paths"); }

    /// One of some words, or the error that lists them.
    [[nodiscard]] Result<std::string> one_of(const char* name, std::string_view fallback,
                                             const std::vector<std::string>& words) const;
    /// A whole number in [least, most].
    [[nodiscard]] Result<std::uint64_t> number(const char* name, std::uint64_t fallback,
                                               std::uint64_t least, std::uint64_t most) const;

    /// A size: bytes, or with K, M or G.
    [[nodiscard]] Result<std::uint64_t> bytes(const char* name, std::uint64_t fallback) const;

private:
    std::vector<std::string> words_;
    boost::program_options::variables_map values_;
};

}  // namespace gouji
