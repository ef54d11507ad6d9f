#include "gouji/sandbox/channel.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gouji {
namespace {

struct Head {
    std::uint32_t check;
    std::uint32_t reserved;
    std::uint64_t token;
    std::uint64_t size;
};
constexpr std::uint32_t check_word = 0x676F756A;         // “gouj”
constexpr std::uint64_t most = std::uint64_t{4} << 30U;  // bytes; no message comes near

}  // namespace

bool Channel::send(std::string_view message, std::uint64_t token) const {
    const Head head{check_word, 0, token, message.size()};
    std::string_view parts[] = {{reinterpret_cast<const char*>(&head), sizeof head}, message};
    for (std::string_view part : parts) {
        while (!part.empty()) {
            const ssize_t sent = ::send(descriptor_, part.data(), part.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent <= 0) return false;
            part.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    return true;
}

std::optional<std::string> Channel::receive(unsigned milliseconds, std::uint64_t& token,
                                            Silence& why) const {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
    why = Silence::gone;
    const auto fill = [&](char* to, std::size_t size) {
        while (size != 0) {
            int wait = -1;
            if (milliseconds != 0) {
                const auto left =
                    std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now())
                        .count();
                wait = left > 0 ? static_cast<int>(left) : 0;
            }
            pollfd one{descriptor_, POLLIN, 0};
            const int ready = poll(&one, 1, wait);
            if (ready < 0 && errno == EINTR) continue;
            if (ready == 0) why = Silence::late;
            if (ready <= 0) return false;
            const ssize_t got = read(descriptor_, to, size);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return false;
            to += got;
            size -= static_cast<std::size_t>(got);
        }
        return true;
    };
    Head head{};
    const bool whole = fill(reinterpret_cast<char*>(&head), sizeof head);
    const bool begun = head.check != 0;  // something was written, but not a whole head
    if (!whole && begun && head.check != check_word) why = Silence::protocol_error;
    if (!whole) return std::nullopt;
    if (token == any) token = head.token;
    if (head.check != check_word || head.token != token || head.size > most) {
        why = Silence::protocol_error;
        return std::nullopt;
    }
    std::string message;
    // Grown as bytes arrive, so that a wrong length allocates nothing.
    while (message.size() < head.size) {
        const std::size_t had = message.size();
        const auto next = std::min<std::uint64_t>(head.size - had, 1U << 20U);
        message.resize(had + next);
        if (!fill(message.data() + had, next)) return std::nullopt;
    }
    return message;
}

}  // namespace gouji
