#include "gouji/lsp/hold_back.hpp"

#include <set>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// Where an offset is after an edit; one inside the replaced words is where the new words end.
std::uint32_t moved(std::uint32_t offset, TextDocument::Edit edit) {
    if (offset <= edit.replaced.begin) return offset;
    if (offset < edit.replaced.end) return edit.inserted.end;
    return offset - edit.replaced.end + edit.inserted.end;
}

bool touch(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

}  // namespace

void HoldBack::edited(const TextDocument& document, TextDocument::Edit edit,
                      Clock::time_point now) {
    for (Shown& one : shown_)
        one.where = {moved(one.where.begin, edit), moved(one.where.end, edit)};
    line_ = {document.line(document.line_at(edit.inserted.begin)).begin,
             document.line(document.line_at(edit.inserted.end)).end};
    until_ = now + quiet;
}

std::vector<std::uint32_t> HoldBack::shown(const std::vector<LiveFinding>& findings,
                                           Clock::time_point now) {
    if (until_ && now >= *until_) until_.reset();
    // A finding is known by its rule and place, whatever its figures say now, or by its rule and
    // words anywhere on the line.
    std::set<std::pair<std::string_view, std::uint32_t>> places;
    std::set<std::pair<std::string_view, std::string_view>> words;
    for (const Shown& one : shown_) {
        if (!until_ || !touch(one.where, line_)) continue;
        places.emplace(one.rule, one.where.begin);
        words.emplace(one.rule, one.words);
    }
    const auto waits = [&](const LiveFinding& live) {
        return until_ && touch(live.finding.where, line_) &&
               !places.contains({live.page->id, live.finding.where.begin}) &&
               !words.contains({live.page->id, live.words});
    };
    std::vector<std::uint32_t> out;
    std::vector<Shown> remembered;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
        const LiveFinding& live = findings[i];
        if (waits(live)) continue;
        out.push_back(i);
        remembered.push_back({live.page->id, live.words, live.finding.where});
    }
    waiting_ = out.size() < findings.size();
    shown_ = std::move(remembered);
    return out;
}

}  // namespace gouji
