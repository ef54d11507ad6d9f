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

Channel::Outcome Channel::send(std::span<const Outgoing> frames, Clock::time_point until) const {
    constexpr std::size_t most = 2;
    std::array<std::array<char, head_size>, most> heads{};
    std::array<iovec, 2 * most> parts{};
    std::size_t count = 0;
    for (const Outgoing& frame : frames.first(std::min(frames.size(), most))) {
        const auto size = static_cast<std::uint32_t>(frame.payload.size());
        if (size != frame.payload.size()) return Outcome::malformed;
        auto& head = heads[count / 2];
        std::copy(mark.begin(), mark.end(), head.begin());
        head[3] = frame.kind;
        for (unsigned i = 0; i < 4; ++i) head[4 + i] = static_cast<char>(size >> (8 * i));
        parts[count++] = {head.data(), head.size()};
        parts[count++] = {const_cast<char*>(frame.payload.data()), frame.payload.size()};
    }
    for (std::span<iovec> left(parts.data(), count); !left.empty();) {
        msghdr message{};
        message.msg_iov = left.data();
        message.msg_iovlen = left.size();
        const ssize_t sent = sendmsg(descriptor_, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            if (const auto ready = wait(descriptor_, POLLOUT, until); ready != Outcome::done)
                return ready;
            continue;
        }
        if (sent <= 0) return Outcome::gone;
        auto gone = static_cast<std::size_t>(sent);
        while (!left.empty() && gone >= left.front().iov_len) {
            gone -= left.front().iov_len;
            left = left.subspan(1);
        }
        if (gone != 0) {
            left.front().iov_base = static_cast<char*>(left.front().iov_base) + gone;
            left.front().iov_len -= gone;
        }
    }
    return Outcome::done;
}

Channel::Outcome Channel::fill(char* to, std::size_t size, Clock::time_point until) {
    while (size != 0) {
        if (taken_ < received_) {
            const std::size_t some = std::min(size, received_ - taken_);
            std::memcpy(to, waiting_.data() + taken_, some);
            taken_ += some;
            to += some;
            size -= some;
            continue;
        }
        // What is small comes through a buffer, so that a head and its payload are one call.
        constexpr std::size_t buffered = 1U << 14U;
        const bool direct = size >= buffered;
        if (!direct) waiting_.resize(buffered);
        const ssize_t got = recv(descriptor_, direct ? to : waiting_.data(),
                                 direct ? size : buffered, MSG_DONTWAIT);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            if (const auto ready = wait(descriptor_, POLLIN, until); ready != Outcome::done)
                return ready;
            continue;
        }
        if (got <= 0) return Outcome::gone;
        if (direct) {
            to += got;
            size -= static_cast<std::size_t>(got);
        } else {
            taken_ = 0;
            received_ = static_cast<std::size_t>(got);
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
    // Grown as bytes arrive, so that a wrong length allocates nothing; what is there already is
    // written over and not cleared first.
    for (std::size_t had = 0; had < size || frame.payload.size() > size;) {
        const std::size_t room = std::max<std::size_t>(frame.payload.size(), had + (1U << 20U));
        frame.payload.resize(std::min<std::size_t>(size, room));
        const std::size_t next = frame.payload.size() - had;
        const auto read = fill(frame.payload.data() + had, next, until);
        if (read != Outcome::done) return read;
        had += next;
    }
    return Outcome::done;
}

}  // namespace gouji
