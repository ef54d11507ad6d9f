#include "ordinal_missing.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::ordinal_missing;

/// A chapter title without “三、”.
class OrdinalMissing {
public:
    explicit OrdinalMissing(Options) {}

    void check(Document document, Sink sink) const {
        std::vector<const gouji_chapter*> bare;
        std::size_t all = 0;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (!structure::known(chapter) || structure::contents_entry(document, chapter))
                continue;
            ++all;
            if (chapter.ordinal_style == GOUJI_ORDINAL_NONE) bare.push_back(&chapter);
        }
        // Word's automatic numbers are lost in plain text: then none has one, told once.
        if (bare.size() == all && all > 2) {
            Finding finding = sink.report(bare.front()->title, message::all{.count = all});
            for (std::size_t i = 1; i < bare.size(); ++i)
                finding.also(bare[i]->title, message::here{}).fix(Safety::safe, message::add_all{});
            for (const gouji_chapter* chapter : bare)
                finding.replace(front(*chapter), ordinal(*chapter));
            return;
        }
        for (const gouji_chapter* chapter : bare) {
            sink.report(chapter->title, message::missing{.ordinal = ordinal(*chapter),
                                                         .title = document.text(chapter->title)})
                .fix(Safety::safe, message::add{.ordinal = ordinal(*chapter)})
                .replace(front(*chapter), ordinal(*chapter));
        }
    }

private:
    static std::string ordinal(const gouji_chapter& chapter) {
        return structure::han_number(chapter.ordinal_expected) + "、";
    }
    static Span front(const gouji_chapter& chapter) {
        return {chapter.title.begin, chapter.title.begin};
    }
};

}  // namespace

GOUJI_RULE(ordinal_missing, OrdinalMissing);
