#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji::sample {

/// A ZIP archive of these entries, names and contents, none of them packed: for tests, which want
/// an archive that the code under test has not written.
[[nodiscard]] std::string stored_zip(
    const std::vector<std::pair<std::string, std::string>>& entries);

/// CRC-32 as ZIP archives have it.
[[nodiscard]] unsigned crc32_of(std::string_view bytes);

}  // namespace gouji::sample
