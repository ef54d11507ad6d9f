#include "gouji/engine/run.hpp"

#include "gouji/engine/feed.hpp"

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
    void done(std::uint64_t sequence, Delivery&& delivery) {
        const std::lock_guard lock(mutex_);
        slots_[sequence % slots_.size()] = std::move(delivery);
        while (auto& slot = slots_[next_ % slots_.size()]) {
            (*deliver_)(std::move(*slot));
            slot.reset();
            ++next_;
            --under_way_;
            room_.notify_one();
        }
    }

private:
    std::mutex mutex_;
    std::condition_variable room_;
    std::vector<std::optional<Delivery>> slots_;
    std::size_t under_way_ = 0;
    std::uint64_t next_ = 0;
    const Deliver* deliver_;
};

void add_notices(const Examined& examined, std::uint32_t file, std::vector<Notice>& out) {
    if (!examined.is_report()) {
        out.push_back({Notice::Kind::no_report,
                       {"看不出是政府信息公开工作年度报告，未作检查；确是年报请加 --assume-report",
                        "does not look like an annual report on open government information and was not "
                        "checked; use --assume-report if it is one"},
                       file, std::nullopt});
    }
    for (const RuleFailure& failure : examined.failures) {
        out.push_back({Notice::Kind::rule_failed, failure.reason, file, failure.rule});
    }
    for (const Overflow& overflow : examined.overflows) {
        const std::string reported = std::to_string(overflow.reported);
        const std::string kept = std::to_string(Collector::limit);
        out.push_back({Notice::Kind::rule_overflow,
                       {"报告了至少 " + reported + " 条，只保留前 " + kept + " 条",
                        "reported at least " + reported + " findings; the first " + kept + " are kept"},
                       file, overflow.rule});
    }
}

Delivery work(Unit& unit, const Setup& setup, const std::atomic<bool>& stop, const Render& render) {
    Delivery out{unit.input, unit.ordinal, std::nullopt, {}, {}, {}};
    if (unit.problem) {
        out.notices.push_back({Notice::Kind::unreadable, std::move(*unit.problem), unit.input, std::nullopt});
        return out;
    }
    out.source = Delivery::Source{unit.file->text().encoding(), unit.file->bytes()};
    const Examined examined = examine(std::move(unit.file), unit.extent, unit.ordinal, setup, stop);
    for (const Verdict& verdict : examined.verdicts) out.tally.add(verdict.level);
    add_notices(examined, unit.input, out.notices);
    out.rendered = render(examined, unit.input);
    return out;
}

}  // namespace

void run(std::span<const Input> inputs, const Setup& setup, const RunOptions& options, const Render& render,
         const Deliver& deliver) {
    static const std::atomic<bool> never{false};
    const std::atomic<bool>& stop = options.stop != nullptr ? *options.stop : never;
    unsigned jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    jobs = std::min(jobs, 256U);

    Feed feed(inputs, setup);
    Queue queue(std::size_t{jobs} * 4, deliver);
    const auto loop = [&] {
        while (true) {
            queue.enter();
            auto unit = stop.load(std::memory_order_relaxed) ? std::nullopt : feed.next();
            if (!unit) return queue.leave();
            const std::uint64_t sequence = unit->sequence;
            queue.done(sequence, work(*unit, setup, stop, render));
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
