#pragma once

#include "gouji/toml/reader.hpp"

#include <memory>
#include <string>
#include <string_view>

#include <re2/re2.h>

namespace gouji {

/// Compiles the regular expression under a key of a page (RE2's syntax: linear time, no
/// look-around); null after an error. An absent optional key is null without one.
[[nodiscard]] std::unique_ptr<RE2> read_expression(TomlReader& in, std::string_view key,
                                                   bool required);

}  // namespace gouji
