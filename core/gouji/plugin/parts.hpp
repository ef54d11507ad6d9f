#pragma once

#include <cstdint>

namespace gouji {

/// Parts of a document that few rules look at, and a plugin's worker is sent only once one has
/// asked for them; as bits.
namespace part {
constexpr std::uint32_t tables = 1;
constexpr std::uint32_t forms = 2;
constexpr std::uint32_t all = tables | forms;
}  // namespace part

/// Told of a part before a service hands out something of it, so that it can be got. Null where
/// every document is whole; set once, before rules are made.
extern void (*part_is_wanted)(std::uint32_t part);

}  // namespace gouji
