#include "gouji/sandbox/shared_state.hpp"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

namespace gouji {

struct SharedState::Header {
    std::atomic<std::uint32_t> is_set{0};
    Confinement confinement;
};

Result<SharedState> SharedState::make(unsigned workers) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    void* memory = mmap(nullptr, page * (workers + 1), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return fail(std::strerror(errno), std::strerror(errno));
    new (memory) Header{};
    SharedState out(static_cast<char*>(memory), page, workers);
    for (unsigned i = 0; i < workers; ++i) new (&out.current_rule(i)) CurrentRule{};
    return out;
}

SharedState::SharedState(SharedState&& other) noexcept
    : memory_(std::exchange(other.memory_, nullptr)),
      page_(other.page_),
      workers_(other.workers_) {}

SharedState::~SharedState() {
    if (memory_ != nullptr) munmap(memory_, page_ * (workers_ + 1));
}

CurrentRule& SharedState::current_rule(unsigned worker) const {
    return *reinterpret_cast<CurrentRule*>(memory_ + page_ * (worker + 1));
}

const Confinement& SharedState::confinement() const {
    return reinterpret_cast<const Header*>(memory_)->confinement;
}

void SharedState::set_confinement(const Confinement& held) const {
    auto& header = *reinterpret_cast<Header*>(memory_);
    if (header.is_set.exchange(1) == 0) header.confinement = held;
}

void SharedState::keep_only(unsigned worker) const {
    munmap(memory_, page_ * (worker + 1));
    char* after = memory_ + page_ * (worker + 2);
    if (worker + 1 < workers_) munmap(after, page_ * (workers_ - worker - 1));
}

}  // namespace gouji
