#include "gouji/sandbox/zygote.hpp"

#include "gouji/sandbox/worker.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji {
namespace {

bool send_answer(int socket, const Answered& answered, int descriptor) {
    iovec data{const_cast<Answered*>(&answered), sizeof answered};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    if (descriptor >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(sizeof answered);
}

/// How a child ended; one that does not end in time is killed.
int reap(pid_t process, std::uint32_t grace) {
    int status = 0;
    for (std::uint32_t waited = 0; waited < grace; ++waited) {
        if (waitpid(process, &status, WNOHANG) != 0) {
            kill(-process, SIGKILL);
            return status;
        }
        usleep(1000);
    }
    kill(-process, SIGKILL);
    kill(process, SIGKILL);
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

}  // namespace

bool receive_answer(int socket, Answered& answered, int& descriptor) {
    iovec data{&answered, sizeof answered};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t got = 0;
    do {
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    descriptor = -1;
    if (got != static_cast<ssize_t>(sizeof answered)) return false;
    if (const cmsghdr* head = CMSG_FIRSTHDR(&message);
        head != nullptr && head->cmsg_type == SCM_RIGHTS) {
        std::memcpy(&descriptor, CMSG_DATA(head), sizeof descriptor);
    }
    return true;
}

void zygote_main(int socket, const SharedState& shared, const Limits& limits,
                 const Workers::Answer& answer) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    Order order{};
    for (;;) {
        const ssize_t got = recv(socket, &order, sizeof order, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got != static_cast<ssize_t>(sizeof order)) _exit(0);
        Answered answered{-1, 0};
        int theirs = -1;
        if (order.what == Order::What::spawn) {
            std::array<int, 2> pair{};
            if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) == 0) {
                answered.process = fork();
                if (answered.process == 0) {
                    close(socket);
                    close(pair[0]);
                    worker_main(pair[1], order.slot, shared, limits, answer);
                }
                close(pair[1]);
                theirs = pair[0];
            }
        } else {
            answered.process = order.process;
            answered.status = reap(order.process, order.grace);
        }
        const bool sent = send_answer(socket, answered, theirs);
        if (theirs >= 0) close(theirs);
        if (!sent) _exit(0);
    }
}

}  // namespace gouji
