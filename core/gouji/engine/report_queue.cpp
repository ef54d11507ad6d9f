#include "gouji/engine/report_queue.hpp"

#include "gouji/engine/file_reports.hpp"

#include <algorithm>

namespace gouji {

std::optional<WorkItem> ReportQueue::next() {
    const std::lock_guard lock(mutex_);
    if (!file_) {
        if (input_ == inputs_.size()) return std::nullopt;
        const Input& input = inputs_[input_];
        auto file = File::load(input, setup_->load);
        ++input_;
        if (!file) {
            return WorkItem{sequence_++, input_ - 1, 0, nullptr, {}, file.error(), input.skipped};
        }
        file_ = std::move(*file);
        offset_ = 0;
        ordinal_ = 0;
    }
    const auto end = static_cast<std::uint32_t>(file_->text().view().size());
    const Span extent = next_report(*file_, offset_, setup_->lexicon);
    WorkItem unit{sequence_++, input_ - 1, ordinal_++, file_, extent, std::nullopt};
    offset_ = extent.end;
    unit.last = offset_ >= end;
    if (unit.last) file_.reset();
    return unit;
}

}  // namespace gouji
