#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gouji {

/// The offset of the first byte that is not well-formed UTF-8, or npos. One pass, no copy.
[[nodiscard]] std::size_t find_ill_formed(std::string_view bytes);

/// Well-formed UTF-8 of what should have been: every byte that is none becomes U+FFFD.
[[nodiscard]] std::string replace_invalid_utf8(std::string_view bytes);

}  // namespace gouji
