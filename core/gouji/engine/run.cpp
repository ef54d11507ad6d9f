#include "gouji/engine/run.hpp"

#include "gouji/engine/process_report.hpp"

#include <algorithm>
#include <condition_variable>
#include <thread>

namespace gouji {
namespace {

/// Puts results back into order. At most `window` of them are under way or waiting.
class Queue {
public:
    Queue(std::size_t window, const Deliver& deliver) : slots_(window), deliver_(&deliver) {}

    /// Waits until there is room to begin one more.
    void enter() {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return under_way_ < slots_.size(); });
        ++under_way_;
    }
    /// Gives back a place that enter() took and nobody used.
    void leave() {
        const std::lock_guard lock(mutex_);
        --under_way_;
        room_.notify_one();
    }
    /// What is large waits where it was made until everything before it is delivered: no more of
    /// them are there than threads.
    void done(std::uint64_t sequence, ReportResult&& delivery) {
        std::unique_lock lock(mutex_);
        if (large(delivery)) turn_.wait(lock, [&] { return next_ == sequence; });
        slots_[sequence % slots_.size()] = std::move(delivery);
        while (auto& slot = slots_[next_ % slots_.size()]) {
            (*deliver_)(std::move(*slot));
            slot.reset();
            ++next_;
            --under_way_;
            room_.notify_one();
        }
        turn_.notify_all();
    }

private:
    static bool large(const ReportResult& delivery) {
        constexpr std::size_t much = 1U << 19U;
        std::size_t bytes = 0;
        for (const Rendered& one : delivery.rendered) bytes += one.text.size();
        return delivery.analyzed || bytes > much;
    }

    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable turn_;
    std::vector<std::optional<ReportResult>> slots_;
    std::size_t under_way_ = 0;
    std::uint64_t next_ = 0;
    const Deliver* deliver_;
};

}  // namespace

void run(std::span<const Input> inputs, const RunContext& setup, const RunOptions& options,
         const Render& render, const Deliver& deliver) {
    static const std::atomic<bool> never{false};
    const std::atomic<bool>& stop = options.stop != nullptr ? *options.stop : never;
    unsigned jobs =
        options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    jobs = std::min(jobs, 256U);

    ReportQueue feed(inputs, setup);
    Queue queue(std::size_t{jobs} * 4, deliver);
    InOrder order;
    const auto loop = [&] {
        while (true) {
            queue.enter();
            auto unit = stop.load(std::memory_order_relaxed) ? std::nullopt : feed.next();
            if (!unit) return queue.leave();
            const std::uint64_t sequence = unit->sequence;
            ReportResult result = process_report(*unit, setup, stop, render, {&order, sequence});
            result.last = unit->last;
            queue.done(sequence, std::move(result));
        }
    };
    // A file or two are done before a second thread has started.
    std::error_code ignored;
    if (jobs == 1 || (inputs.size() == 1 && inputs[0].path != "-" &&
                      std::filesystem::file_size(inputs[0].path, ignored) < (1U << 18U))) {
        return loop();
    }
    std::vector<std::jthread> workers;
    for (unsigned i = 1; i < jobs; ++i) workers.emplace_back(loop);
    loop();
}

}  // namespace gouji
