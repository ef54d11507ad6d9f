#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// The same chapter twice, each on a line of its own.
class DuplicateChapter {
public:
    explicit DuplicateChapter(Options) {}

    void check(Document document, Report report) const {
        const auto chapters = document.chapters();
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            if (!structure::known(chapters[i]) || structure::contents_entry(document, chapters[i]))
                continue;
            for (std::size_t k = 0; k < i; ++k) {
                if (view(chapters[k].kind) != view(chapters[i].kind) ||
                    !structure::known(chapters[k]))
                    continue;
                if (structure::contents_entry(document, chapters[k])) continue;
                report.at(chapters[i].heading, "again")
                    .with("chapter", document.text(chapters[i].heading))
                    .also(chapters[k].heading, "first");
                break;
            }
        }
    }
};

}  // namespace

GOUJI_RULE(duplicate_chapter, DuplicateChapter);
