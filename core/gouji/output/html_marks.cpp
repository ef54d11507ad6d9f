#include "gouji/output/html_marks.hpp"

#include "gouji/output/html_text.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// Findings named in one mark; the page has no use for more at one place.
constexpr std::size_t most_named = 12;

/// One mark: the same findings lie over all of its text.
struct Cover {
    Level worst = Level::off;  ///< off: related places alone, or what is past
    bool past = false;
    std::string findings;
};

Cover cover(const std::vector<const Stretch*>& over) {
    Cover out;
    std::size_t named = 0;
    for (const Stretch* stretch : over) {
        if (stretch->related == 0) {
            out.worst = std::max(out.worst, stretch->level);
            out.past = out.past || stretch->level == Level::off;
        }
        if (named++ >= most_named) continue;
        if (!out.findings.empty()) out.findings += ' ';
        out.findings += std::to_string(stretch->finding + 1);
    }
    return out;
}

}  // namespace

std::vector<Stretch> stretches(const AnalyzedReport& analyzed) {
    std::vector<Stretch> out;
    for (std::uint32_t i = 0; i < analyzed.diagnostics.size(); ++i) {
        const Diagnostic& diagnostic = analyzed.diagnostics[i];
        const Level level = diagnostic.counts() ? diagnostic.level : Level::off;
        out.push_back({diagnostic.finding.where, i, 0, level});
        std::uint32_t number = 0;
        for (const Finding::Related& related : diagnostic.finding.related) {
            if (++number > shown_related) break;
            if (related.previous) continue;  // that text is not shown
            out.push_back({related.where, i, number, level});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Stretch& a, const Stretch& b) {
        return a.where.begin < b.where.begin;
    });
    return out;
}

Marker::Marker(const AnalyzedReport& analyzed, std::string id)
    : text_(analyzed.document.view()), id_(std::move(id)), all_(stretches(analyzed)) {}

Marker::Marked Marker::add(std::string& out, Span piece, std::uint32_t next) {
    Marked marked;
    std::erase_if(live_, [&](const Stretch& s) { return s.where.end <= piece.begin; });
    const std::size_t begun = live_.size();  // before this piece
    while (taken_ < all_.size() && all_[taken_].where.begin < next) {
        live_.push_back(all_[taken_++]);
        const Stretch& stretch = live_.back();
        if (stretch.related == 0) marked.findings.push_back(stretch.finding);
    }
    if (live_.empty()) {
        add_html(out, text_.substr(piece.begin, size(piece)));
        return marked;
    }
    const auto inside = [&](std::uint32_t at) { return std::clamp(at, piece.begin, piece.end); };
    std::vector<std::uint32_t> cuts{piece.begin, piece.end};
    for (const Stretch& stretch : live_) {
        cuts.push_back(inside(stretch.where.begin));
        cuts.push_back(inside(stretch.where.end));
        if (stretch.related == 0) marked.worst = std::max(marked.worst, stretch.level);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

    std::vector<const Stretch*> over;
    std::size_t coming = 0;  // of live_: those from before come first and begin at once
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const std::uint32_t at = cuts[i];
        std::erase_if(over, [&](const Stretch* s) { return inside(s->where.end) <= at; });
        std::vector<const Stretch*> points;
        for (; coming < live_.size() && inside(live_[coming].where.begin) <= at; ++coming) {
            const Stretch& stretch = live_[coming];
            if (coming >= begun) {
                out += "<i id=\"" + id_ + "m" + std::to_string(stretch.finding + 1);
                if (stretch.related != 0) out += "-" + std::to_string(stretch.related);
                out += "\"></i>";
            }
            (inside(stretch.where.end) > at ? over : points).push_back(&stretch);
        }
        const auto tag = [&](const Cover& cover, const char* more) {
            out += std::string("<mark class=\"") +
                   (cover.worst != Level::off ? html_class(cover.worst)
                    : cover.past              ? "past"
                                              : "also") +
                   more + "\" data-f=\"" + cover.findings + "\">";
        };
        if (!points.empty()) {
            tag(cover(points), " point");
            out += "</mark>";
        }
        if (i + 1 == cuts.size()) break;
        if (!over.empty()) tag(cover(over), "");
        add_html(out, text_.substr(at, cuts[i + 1] - at));
        if (!over.empty()) out += "</mark>";
    }
    return marked;
}

}  // namespace gouji
