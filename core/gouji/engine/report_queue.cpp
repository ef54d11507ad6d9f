#include "gouji/engine/report_queue.hpp"

#include "gouji/parse/parse.hpp"

#include <algorithm>

namespace gouji {

std::optional<WorkItem> ReportQueue::next() {
    const std::lock_guard lock(mutex_);
    if (!file_) {
        if (input_ == inputs_.size()) return std::nullopt;
        auto file = File::load(inputs_[input_], setup_->load);
        ++input_;
        if (!file) return WorkItem{sequence_++, input_ - 1, 0, nullptr, {}, file.error()};
        file_ = std::move(*file);
        offset_ = 0;
        ordinal_ = 0;
    }
    const auto end = static_cast<std::uint32_t>(file_->text().view().size());
    Span extent = next_report(file_->text(), offset_, setup_->lexicon);
    // Whatever the scan says, every byte belongs to one report and the work ends.
    extent = {offset_, std::clamp(extent.end, offset_ + 1, end)};
    WorkItem unit{sequence_++, input_ - 1, ordinal_++, file_, extent, std::nullopt};
    offset_ = extent.end;
    if (offset_ >= end) file_.reset();
    return unit;
}

}  // namespace gouji
