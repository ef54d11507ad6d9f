#include "duplicate_punctuation.page.hpp"
#include "repeated_marks.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::duplicate_punctuation;

/// The same stop or pause twice: 。。 ，，
class DuplicatePunctuation {
public:
    explicit DuplicatePunctuation(Options) {}

    void check(Document document, Sink sink) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            percent_signs(paragraph, sink);
            each_run(paragraph, [&](std::size_t from, std::size_t to) {
                if (!all_same(paragraph, from, to)) return;
                const Span where = paragraph.source(from, to);
                const std::string once =
                    utf8(std::u16string(1, full_stop_mark(paragraph.at(from))));
                sink.report(where,
                            message::twice{.found = utf8(paragraph.codes().substr(from, to - from)),
                                           .once = once})
                    .fix(Safety::safe, message::once{.once = once})
                    .replace(where, once);
            });
        });
    }

private:
    /// “降幅为50.0%%”
    static void percent_signs(const Paragraph& paragraph, const Sink& sink) {
        for (std::size_t i = 1; i + 1 < paragraph.size(); ++i) {
            const char16_t c = paragraph.at(i);
            if ((c != u'%' && c != u'％') || paragraph.at(i + 1) != c ||
                !is_digit(paragraph.before(i)) || paragraph.in_address(i))
                continue;
            const Span where = paragraph.source(i, i + 2);
            const std::string once = utf8(std::u16string(1, c));
            sink.report(where, message::twice{.found = once + once, .once = once})
                .fix(Safety::safe, message::once{.once = once})
                .replace(where, once);
        }
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(duplicate_punctuation, gouji::typography::DuplicatePunctuation);
