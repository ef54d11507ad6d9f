#pragma once

#include "gouji/base/result.hpp"
#include "gouji/isolate/beacon.hpp"
#include "gouji/isolate/confinement.hpp"

#include <cstddef>

namespace gouji {

/// Memory that this process, the nursery and the workers share: what the kernel grants, as the
/// first worker found it, and a beacon for each worker, on pages of their own.
class Board {
public:
    /// Fails where there is no memory to share.
    static Result<Board> make(unsigned workers);
    Board(Board&& other) noexcept;
    Board& operator=(Board&&) = delete;
    Board(const Board&) = delete;
    Board& operator=(const Board&) = delete;
    ~Board();

    [[nodiscard]] Beacon& beacon(unsigned worker) const;
    [[nodiscard]] const Confinement& confinement() const;
    /// The first worker's word counts.
    void tell(const Confinement& held) const;
    /// Gives up all but this worker's beacon: what runs here cannot reach the others'.
    void keep_only(unsigned worker) const;

private:
    struct Told;
    Board(char* memory, std::size_t page, unsigned workers)
        : memory_(memory), page_(page), workers_(workers) {}

    char* memory_;
    std::size_t page_;  ///< bytes
    unsigned workers_;
};

}  // namespace gouji
