#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// SHA-256 of bytes.
using Sha256 = std::array<std::uint8_t, 32>;
[[nodiscard]] Sha256 sha256(std::string_view bytes);

[[nodiscard]] std::string hexadecimal(const Sha256& digest);
[[nodiscard]] std::string base64(const Sha256& digest);

}  // namespace gouji
