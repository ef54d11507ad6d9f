#include "gouji/rpc/connection.hpp"

#include "gouji/rpc/frames.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace gouji {
namespace {

int process_descriptor(std::int64_t pid) {
#ifdef SYS_pidfd_open
    return static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0));
#else
    return -1;
#endif
}

bool is_gone(std::int64_t pid) { return ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH; }

}  // namespace

Connection::Connection(int in, int out) : in_(in), out_(out) {
    if (::pipe(wake_) != 0) wake_[0] = wake_[1] = -1;
    reader_ = std::thread([this] {
        read_all();
        inbox_.end();
    });
}

Connection::~Connection() {
    inbox_.close();
    if (wake_[1] >= 0) ::close(wake_[1]);
    reader_.join();
    if (wake_[0] >= 0) ::close(wake_[0]);
    if (client_ >= 0) ::close(client_);
}

bool Connection::wait_for_input() {
    // Kernels without descriptors of processes: look every few seconds.
    const int timeout = client_pid_ > 0 && client_ < 0 ? 3000 : -1;
    while (true) {
        std::array<pollfd, 3> watched{
            {{in_, POLLIN, 0}, {wake_[0], POLLIN, 0}, {client_, POLLIN, 0}}};
        const int ready = ::poll(watched.data(), watched.size(), timeout);
        if (ready < 0 && errno != EINTR) return false;
        if (watched[1].revents != 0) return false;
        if (ready > 0 && watched[0].revents != 0) return true;
        if (ready > 0 && watched[2].revents != 0) return false;
        if (ready == 0 && is_gone(client_pid_)) return false;
    }
}

void Connection::take_in(std::string content) {
    const std::size_t bytes = content.size();
    auto message = parse_message(std::move(content));
    if (message && message->method == "$/cancelRequest")
        return inbox_.cancel(member(message->params, "id"));
    if (message && message->method == "initialize" && client_pid_ == 0) {
        const std::int64_t pid = integer_of(message->params, "processId").value_or(0);
        if (pid > 0 && pid <= INT32_MAX) {
            client_pid_ = pid;
            client_ = process_descriptor(pid);
        }
    }
    inbox_.put({std::move(message), bytes, false});
}

void Connection::read_all() {
    FrameReader frames;
    std::string buffer(1U << 16U, '\0');
    while (wait_for_input()) {
        const ssize_t got = ::read(in_, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) failure_ = Error{std::strerror(errno), std::strerror(errno)};
        if (got <= 0) return;
        frames.add({buffer.data(), static_cast<std::size_t>(got)});
        while (true) {
            auto content = frames.next();
            if (!content) {
                failure_ = content.error();
                return;
            }
            if (!*content) break;
            take_in(std::move(**content));
        }
    }
}

void Connection::send(std::string_view content) {
    const std::string bytes = framed(content);
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t put = ::write(out_, bytes.data() + at, bytes.size() - at);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return inbox_.close();
        at += static_cast<std::size_t>(put);
    }
}

}  // namespace gouji
