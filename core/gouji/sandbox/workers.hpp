#pragma once

#include "gouji/base/result.hpp"
#include "gouji/sandbox/confinement.hpp"
#include "gouji/sandbox/current_rule.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace gouji {

/// Worker processes that answer one request after another. They are children of a zygote that was
/// forked while this process had one thread and had read no document; a worker that dies is
/// replaced by a fresh child of the zygote, so that nothing a worker does reaches the next one.
class Workers {
public:
    /// Runs in a worker: answers a request. `guard()` ends the process at once when foreign code
    /// has left it unfit for others: a closed channel, something printed, no memory, threads.
    /// Asked after each piece of foreign code.
    using Answer = std::function<std::string(std::string_view request, CurrentRule& current_rule,
                                             const std::function<void()>& guard)>;

    /// Exit codes by which guard() ends a worker.
    static constexpr int closed_descriptors = 241;
    static constexpr int kept_descriptors = 246;
    static constexpr int wrote_output = 242;
    static constexpr int took_memory = 243;   ///< and left too little for the others
    static constexpr int left_threads = 244;  ///< running after it returned
    static constexpr int changed_document = 245;

    /// How a worker ended, or did not answer.
    struct Death {
        std::uint32_t rule = CurrentRule::nothing;  ///< whose check was running
        bool late = false;                          ///< took longer than the limit
        bool protocol_error = false;                ///< something else was written into its channel
        int signal = 0;                             ///< it died of, or 0
        int status = 0;                             ///< it exited with
    };

    /// Forks the zygote; `count` workers may be used at once. Called while the process has one
    /// thread.
    static Result<std::unique_ptr<Workers>> start(unsigned count, const Limits& limits,
                                                  const Answer& answer);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// The answer of worker `slot`, or how it died. One caller a slot at a time.
    [[nodiscard]] tl::expected<std::string, Death> ask(unsigned slot, std::string_view request);
    /// What the kernel grants to workers here.
    [[nodiscard]] const Confinement& confinement() const;

private:
    struct State;
    explicit Workers(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace gouji
