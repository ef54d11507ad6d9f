#pragma once

#include "gouji/rpc/message.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace gouji {

/// Messages on their way from the thread that reads to the thread that works. Bounded: who reads
/// waits while too much is unanswered.
class Inbox {
public:
    using Clock = std::chrono::steady_clock;

    /// Bytes of messages that may wait; one message may always.
    static constexpr std::size_t most_bytes = 16U << 20U;

    struct Entry {
        Result<RpcMessage> message;  ///< or why it could not be read
        std::size_t bytes = 0;       ///< of its content
        bool cancelled = false;
    };

    /// [reader] Waits until there is room.
    void put(Entry entry);
    /// [reader] The request of this id is no longer wanted. One that is answered already is not
    /// remembered.
    void cancel(const JsonValue& id);
    /// [reader] No message follows; those that wait are still taken.
    void end();
    /// [any] Nobody is there any more: what waits is dropped.
    void close();

    /// [worker] The next message; nothing when none came before `until`, or none will.
    std::optional<Entry> take(std::optional<Clock::time_point> until);
    [[nodiscard]] bool empty() const;
    /// Nothing waits and nothing follows.
    [[nodiscard]] bool ended() const;

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Entry> waiting_;
    std::size_t bytes_ = 0;
    bool ended_ = false;
};

}  // namespace gouji
