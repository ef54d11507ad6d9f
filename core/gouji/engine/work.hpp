#pragma once

#include "gouji/engine/feed.hpp"
#include "gouji/engine/run.hpp"

#include <atomic>

namespace gouji {

/// One unit through rooms 2 to 6: what is delivered of it.
[[nodiscard]] Delivery work_out(Unit& unit, const Setup& setup, const std::atomic<bool>& stop,
                                const Render& render, Watch* watch = nullptr);

}  // namespace gouji
