#include "gouji/sandbox/channel.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace gouji {
namespace {

constexpr std::size_t head_size = 8;
constexpr std::string_view mark = "GJ1";  ///< the protocol and its version

/// Waits until the descriptor is ready.
Channel::Outcome wait(int descriptor, short what, Channel::Clock::time_point until) {
    for (;;) {
        int left = -1;
        if (until != Channel::for_ever) {
            const auto rest =
                std::chrono::ceil<std::chrono::milliseconds>(until - Channel::Clock::now());
            left = static_cast<int>(std::clamp<std::int64_t>(rest.count(), 0, 1'000'000'000));
        }
        pollfd one{descriptor, what, 0};
        const int ready = poll(&one, 1, left);
        if (ready > 0) return Channel::Outcome::done;
        if (ready == 0) return Channel::Outcome::late;
        if (errno != EINTR) return Channel::Outcome::gone;
    }
}

}  // namespace

Channel::Outcome Channel::send(char kind, std::string_view payload, Clock::time_point until) const {
    std::array<char, head_size> head{};
    const auto size = static_cast<std::uint32_t>(payload.size());
    if (size != payload.size()) return Outcome::malformed;
    std::copy(mark.begin(), mark.end(), head.begin());
    head[3] = kind;
    for (unsigned i = 0; i < 4; ++i) head[4 + i] = static_cast<char>(size >> (8 * i));
    std::string_view first(head.data(), head.size());
    std::string_view second = payload;
    while (!first.empty() || !second.empty()) {
        std::array<iovec, 2> parts{{{const_cast<char*>(first.data()), first.size()},
                                    {const_cast<char*>(second.data()), second.size()}}};
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.size();
        const ssize_t sent = sendmsg(descriptor_, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            if (const auto ready = wait(descriptor_, POLLOUT, until); ready != Outcome::done)
                return ready;
            continue;
        }
        if (sent <= 0) return Outcome::gone;
        const std::size_t of_first = std::min(first.size(), static_cast<std::size_t>(sent));
        first.remove_prefix(of_first);
        second.remove_prefix(static_cast<std::size_t>(sent) - of_first);
    }
    return Outcome::done;
}

Channel::Outcome Channel::fill(char* to, std::size_t size, Clock::time_point until) {
    while (size != 0) {
        if (taken_ < waiting_.size()) {
            const std::size_t some = std::min(size, waiting_.size() - taken_);
            std::memcpy(to, waiting_.data() + taken_, some);
            taken_ += some;
            to += some;
            size -= some;
            continue;
        }
        // What is small comes through a buffer, so that a head and its payload are one call.
        constexpr std::size_t buffered = 1U << 16U;
        const bool direct = size >= buffered;
        if (!direct) {
            waiting_.resize(buffered);
            taken_ = 0;
        }
        const ssize_t got = direct ? recv(descriptor_, to, size, MSG_DONTWAIT)
                                   : recv(descriptor_, waiting_.data(), buffered, MSG_DONTWAIT);
        const int error = errno;
        if (!direct) waiting_.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        if (got < 0 && error == EINTR) continue;
        if (got < 0 && (error == EAGAIN || error == EWOULDBLOCK)) {
            if (const auto ready = wait(descriptor_, POLLIN, until); ready != Outcome::done)
                return ready;
            continue;
        }
        if (got <= 0) return Outcome::gone;
        if (direct) {
            to += got;
            size -= static_cast<std::size_t>(got);
        }
    }
    return Outcome::done;
}

Channel::Outcome Channel::receive(Frame& frame, Clock::time_point until) {
    std::array<char, head_size> head{};
    // The mark first: who does not write the protocol need not be waited for.
    if (const auto read = fill(head.data(), mark.size(), until); read != Outcome::done) return read;
    if (std::string_view(head.data(), mark.size()) != mark) return Outcome::malformed;
    const auto rest = fill(head.data() + mark.size(), head.size() - mark.size(), until);
    if (rest != Outcome::done) return rest;
    std::uint32_t size = 0;
    for (unsigned i = 0; i < 4; ++i)
        size |= static_cast<std::uint32_t>(static_cast<unsigned char>(head[4 + i])) << (8 * i);
    if (size > most_) return Outcome::malformed;
    frame.kind = head[3];
    frame.payload.clear();
    // Grown as bytes arrive, so that a wrong length allocates nothing.
    while (frame.payload.size() < size) {
        const std::size_t had = frame.payload.size();
        const std::size_t next = std::min<std::size_t>(size - had, 1U << 20U);
        frame.payload.resize(had + next);
        const auto read = fill(frame.payload.data() + had, next, until);
        if (read != Outcome::done) return read;
    }
    return Outcome::done;
}

}  // namespace gouji
