#pragma once

#include "gouji/rpc/inbox.hpp"

#include <atomic>
#include <string_view>
#include <thread>

namespace gouji {

/// The connection to a client over two file descriptors. A thread of its own reads; the messages
/// wait in inbox(). It ends at the end of the input, at an error of it, and when the client's
/// process, which `initialize` names, is gone although somebody holds the input open.
class Connection {
public:
    Connection(int in, int out);
    /// Ends the thread that reads.
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Inbox& inbox() { return inbox_; }
    /// [worker] Writes one message; the connection is closed when nobody reads it.
    void send(std::string_view content);
    /// Why the input could not be read any further; nothing at its plain end. After the inbox is
    /// closed.
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

private:
    void read_all();
    /// Waits for input. False at the end of the client.
    [[nodiscard]] bool wait_for_input();
    void take_in(std::string content);

    int in_;
    int out_;
    int wake_[2] = {-1, -1};  ///< a pipe that ends the waiting
    int client_ = -1;         ///< a descriptor of the client's process
    std::int64_t client_pid_ = 0;
    std::optional<Error> failure_;
    Inbox inbox_;
    std::thread reader_;
};

}  // namespace gouji
