#pragma once

#include "gouji/base/result.hpp"
#include "gouji/sandbox/channel.hpp"

#include <memory>
#include <string>
#include <vector>

namespace gouji {

/// A process that foreign code runs in: started by exec, so that it has nothing of this one's
/// memory, with a session of its own, a few harmless variables of the environment, and three
/// descriptors: the channel as 0, a pipe that takes what it prints as 1 and 2. Killed with all its
/// children when the Worker goes or this process dies.
class Worker {
public:
    /// How a process ended, or was ended.
    struct Death {
        Channel::Outcome outcome = Channel::Outcome::gone;  ///< of the exchange that failed
        int signal = 0;                                     ///< it died of, or 0
        int status = 0;                                     ///< it exited with
    };
    /// Bytes of a frame that a worker may send.
    static constexpr std::uint32_t longest_reply = 32U << 20U;

    /// `command` is a program's path and its arguments.
    static Result<std::unique_ptr<Worker>> start(const std::vector<std::string>& command);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    [[nodiscard]] Channel& channel();
    /// Ends it, whatever it is doing; after an exchange that failed with `outcome`.
    [[nodiscard]] Death end(Channel::Outcome outcome);
    /// What it has printed since it was last asked; at most 64 KiB are kept.
    [[nodiscard]] std::string printed() const;

private:
    struct State;
    explicit Worker(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// In a worker: it dies when the process that started it does.
void die_with_parent();

}  // namespace gouji
