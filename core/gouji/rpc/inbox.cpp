#include "gouji/rpc/inbox.hpp"

namespace gouji {

void Inbox::put(Entry entry) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock,
                  [&] { return ended_ || waiting_.empty() || bytes_ + entry.bytes <= most_bytes; });
    if (ended_) return;
    bytes_ += entry.bytes;
    waiting_.push_back(std::move(entry));
    changed_.notify_all();
}

void Inbox::cancel(const JsonValue& id) {
    const std::lock_guard lock(mutex_);
    for (Entry& entry : waiting_) {
        if (entry.message && entry.message->is_request() && entry.message->id == id)
            entry.cancelled = true;
    }
}

void Inbox::end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
}

void Inbox::close() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    waiting_.clear();
    bytes_ = 0;
    changed_.notify_all();
}

std::optional<Inbox::Entry> Inbox::take(std::optional<Clock::time_point> until) {
    std::unique_lock lock(mutex_);
    const auto ready = [&] { return ended_ || !waiting_.empty(); };
    if (until) {
        changed_.wait_until(lock, *until, ready);
    } else {
        changed_.wait(lock, ready);
    }
    if (waiting_.empty()) return std::nullopt;
    Entry out = std::move(waiting_.front());
    waiting_.pop_front();
    bytes_ -= out.bytes;
    changed_.notify_all();
    return out;
}

bool Inbox::empty() const {
    const std::lock_guard lock(mutex_);
    return waiting_.empty();
}

bool Inbox::ended() const {
    const std::lock_guard lock(mutex_);
    return ended_ && waiting_.empty();
}

}  // namespace gouji
