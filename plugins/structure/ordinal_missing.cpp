#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A chapter title without “三、”.
class OrdinalMissing {
public:
    explicit OrdinalMissing(Options) {}

    void check(Document document, Report report) const {
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
            Finding finding = report.at(bare.front()->title, "all");
            finding.with("count", all);
            for (std::size_t i = 1; i < bare.size(); ++i) finding.also(bare[i]->title, "here");
            finding.fix(Safety::safe, "add-all");
            for (const gouji_chapter* chapter : bare)
                finding.replace(front(*chapter), ordinal(*chapter));
            return;
        }
        for (const gouji_chapter* chapter : bare) {
            report.at(chapter->title, "missing")
                .with("title", document.text(chapter->title))
                .with("ordinal", ordinal(*chapter))
                .fix(Safety::safe, "add")
                .with("ordinal", ordinal(*chapter))
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
