#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>

namespace gouji::sample {

/// Chance that repeats itself: the same seed gives the same reports on every machine.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}

    /// 0 … bound - 1
    int below(int bound) {
        return bound <= 0 ? 0 : static_cast<int>(engine_() % static_cast<unsigned>(bound));
    }
    bool one_in(int n) { return below(n) == 0; }
    template <std::size_t N>
    std::string_view pick(const std::string_view (&from)[N]) {
        return from[static_cast<std::size_t>(below(static_cast<int>(N)))];
    }

private:
    std::mt19937 engine_;
};

}  // namespace gouji::sample
