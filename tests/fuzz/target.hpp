#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

/// Takes any bytes. Each target is a source file with this function, and `seed` below.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace gouji::fuzz {

/// A sound input of the target, of which damaged copies are made. Any number will do; the same one
/// gives the same input.
[[nodiscard]] std::string seed(std::uint32_t number);

/// Stops at the first lie, where a debugger or the sanitizer's report shows it.
void demand(bool truth, const char* what);

}  // namespace gouji::fuzz
