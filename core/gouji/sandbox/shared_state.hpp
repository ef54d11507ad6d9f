#pragma once

#include "gouji/base/result.hpp"
#include "gouji/sandbox/confinement.hpp"
#include "gouji/sandbox/current_rule.hpp"

#include <cstddef>

namespace gouji {

/// Memory that this process, the zygote and the workers share: what the kernel grants, as the
/// first worker found it, and a CurrentRule for each worker, on pages of their own.
class SharedState {
public:
    /// Fails where there is no memory to share.
    static Result<SharedState> make(unsigned workers);
    SharedState(SharedState&& other) noexcept;
    SharedState& operator=(SharedState&&) = delete;
    SharedState(const SharedState&) = delete;
    SharedState& operator=(const SharedState&) = delete;
    ~SharedState();

    [[nodiscard]] CurrentRule& current_rule(unsigned worker) const;
    [[nodiscard]] const Confinement& confinement() const;
    /// Only the first call counts; all workers find the same.
    void set_confinement(const Confinement& held) const;
    /// Gives up all but this worker's CurrentRule: foreign code in it cannot change the others'.
    void keep_only(unsigned worker) const;

private:
    struct Header;
    SharedState(char* memory, std::size_t page, unsigned workers)
        : memory_(memory), page_(page), workers_(workers) {}

    char* memory_;
    std::size_t page_;  ///< bytes
    unsigned workers_;
};

}  // namespace gouji
