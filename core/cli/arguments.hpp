#pragma once

#include "gouji/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

namespace gouji {

/// A command line that has been read against a command's options.
class Arguments {
public:
    /// Positional arguments arrive under “paths”. Errors name the option and the nearest right one.
    static Result<Arguments> parse(const std::vector<std::string>& words,
                                   const boost::program_options::options_description& options);

    [[nodiscard]] bool has(const char* name) const { return values_.count(name) != 0; }
    /// Whether a switch was given.
    [[nodiscard]] bool on(const char* name) const { return has(name) && values_[name].as<bool>(); }
    [[nodiscard]] std::string text(const char* name, std::string_view otherwise = {}) const;
    /// Every value of an option that may be repeated.
    [[nodiscard]] std::vector<std::string> texts(const char* name) const;
    /// The same, where one value may also hold several with commas between.
    [[nodiscard]] std::vector<std::string> list(const char* name) const;
    [[nodiscard]] std::vector<std::string> paths() const { return texts("paths"); }

    /// One of some words, or the error that lists them.
    [[nodiscard]] Result<std::string> one_of(const char* name, std::string_view otherwise,
                                             const std::vector<std::string>& words) const;
    /// A whole number in [least, most].
    [[nodiscard]] Result<std::uint64_t> number(const char* name, std::uint64_t otherwise,
                                               std::uint64_t least, std::uint64_t most) const;

private:
    boost::program_options::variables_map values_;
};

/// Names for options_description: “name” takes a value, may be repeated; a switch takes none.
void add_values(boost::program_options::options_description& options,
                std::initializer_list<const char*> names);
void add_switches(boost::program_options::options_description& options,
                  std::initializer_list<const char*> names);

}  // namespace gouji
