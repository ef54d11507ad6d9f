#pragma once

#include "gouji/base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace gouji {

/// Bytes that a page, a word list or a configuration has at most.
constexpr std::size_t small_file_limit = std::size_t{16} << 20U;

/// The bytes of a page, a word list or a configuration. Folders, pipes, devices and what is larger
/// than the limit are refused; the error names the file. Never waits.
[[nodiscard]] Result<std::string> read_small_file(const std::filesystem::path& file);

}  // namespace gouji
