#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A heading on a line of its own that ends in a mark.
class HeadingPunctuation {
public:
    explicit HeadingPunctuation(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.run_in != 0) continue;
            const std::string_view title = gouji::trimmed(document.text(chapter.title));
            if (gouji::length(title) > 20) continue;
            const gouji::Char last = gouji::char_before(title, title.size());
            const char* message = nullptr;
            if (last.code == U'。' || last.code == U'.') message = "stop";
            if (last.code == U'、' || last.code == U'，' || last.code == U'；' ||
                last.code == U',' || last.code == U';') {
                message = "mark";
            }
            if (message == nullptr || inner_mark(title.substr(0, title.size() - last.size)))
                continue;
            const auto end =
                static_cast<std::uint32_t>(title.data() + title.size() - document.text().data());
            const Span mark{end - last.size, end};
            report.at(mark, message)
                .with("mark", document.text(mark))
                .with("title", title)
                .fix(Safety::safe, "remove")
                .replace(mark, "");
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
