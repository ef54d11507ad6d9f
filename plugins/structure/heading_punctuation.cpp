#include "heading_punctuation.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::heading_punctuation;

/// A heading on a line of its own that ends in a mark.
class HeadingPunctuation {
public:
    explicit HeadingPunctuation(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.run_in != 0) continue;
            const std::string_view title = gouji::trimmed(document.text(chapter.title));
            if (gouji::length(title) > 20) continue;
            const gouji::Char last = gouji::char_before(title, title.size());
            const bool stop = last.code == U'。' || last.code == U'.';
            const bool pause = last.code == U'、' || last.code == U'，' || last.code == U'；' ||
                               last.code == U',' || last.code == U';';
            if (!stop && !pause) continue;
            if (inner_mark(title.substr(0, title.size() - last.size))) continue;
            const auto end =
                static_cast<std::uint32_t>(title.data() + title.size() - document.text().data());
            const Span where{end - last.size, end};
            const std::string_view mark = document.text(where);
            (stop ? sink.report(where, message::stop{.title = title})
                  : sink.report(where, message::mark{.mark = mark, .title = title}))
                .fix(Safety::safe, message::remove{.mark = mark})
                .replace(where, "");
        }
    }

private:
    /// “…，…。” is a sentence that happens to be short.
    static bool inner_mark(std::string_view title) {
        return title.find("，") != std::string_view::npos ||
               title.find("。") != std::string_view::npos;
    }
};

}  // namespace

GOUJI_RULE(heading_punctuation, HeadingPunctuation);
