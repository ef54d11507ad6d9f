#include <algorithm>

#include "chapter_order.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::chapter_order;

/// Chapters in another order than the edition; the fewest that have to move are reported.
class ChapterOrder {
public:
    explicit ChapterOrder(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<const gouji_chapter*> chapters;
        std::vector<std::uint32_t> places;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (!structure::known(chapter) || structure::contents_entry(document, chapter))
                continue;
            const auto same = [&](std::uint32_t place) {
                return place == chapter.ordinal_expected;
            };
            if (std::any_of(places.begin(), places.end(), same)) continue;
            chapters.push_back(&chapter);
            places.push_back(chapter.ordinal_expected);
        }
        const std::vector<bool> in_order = structure::in_order(places);
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            if (in_order[i]) continue;
            Finding finding =
                sink.report(chapters[i]->heading,
                            message::order{.chapter = document.text(chapters[i]->heading)});
            if (const gouji_chapter* before = neighbour(chapters, places[i], false)) {
                finding.also(before->heading,
                             message::after{.chapter = document.text(before->heading)});
            } else if (const gouji_chapter* following = neighbour(chapters, places[i], true)) {
                finding.also(following->heading,
                             message::before{.chapter = document.text(following->heading)});
            }
        }
    }

private:
    /// The chapter that comes next to `place` in the edition, of those that the report has.
    static const gouji_chapter* neighbour(const std::vector<const gouji_chapter*>& chapters,
                                          std::uint32_t place, bool following) {
        const gouji_chapter* best = nullptr;
        for (const gouji_chapter* chapter : chapters) {
            const std::uint32_t other = chapter->ordinal_expected;
            if (following ? other <= place : other >= place) continue;
            if (best == nullptr ||
                (following ? other < best->ordinal_expected : other > best->ordinal_expected)) {
                best = chapter;
            }
        }
        return best;
    }
};

}  // namespace

GOUJI_RULE(chapter_order, ChapterOrder);
