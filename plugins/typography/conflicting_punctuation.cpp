#include "conflicting_punctuation.page.hpp"
#include "repeated_marks.hpp"

namespace gouji::typography {
namespace {

using namespace gouji::sdk;
using namespace gouji::page::conflicting_punctuation;

constexpr bool opens(char16_t c) { return c == u'（' || c == u'《' || c == u'“'; }
constexpr bool closes(char16_t c) { return c == u'）' || c == u'》' || c == u'”'; }

/// Marks that cannot stand together: ，。 、， （， ，）
class ConflictingPunctuation {
public:
    explicit ConflictingPunctuation(Options) {}

    void check(Document document, Sink sink) const {
        each_paragraph(document, [&](const Paragraph& paragraph) {
            each_run(paragraph, [&](std::size_t from, std::size_t to) {
                if (!all_same(paragraph, from, to)) tell_run(paragraph, sink, from, to);
            });
            for (const std::size_t i : paragraph.marks()) {
                if (splits_decimal(paragraph, i)) {
                    sink.report(paragraph.source(i - 1, i + 2),
                                message::decimal{.found = utf8(paragraph.codes().substr(i - 1, 3))})
                        .fix(Safety::unsafe, message::point{})
                        .replace(paragraph.source(i, i + 1), ".");
                }
                const bool pause_closed = is_pause(paragraph.at(i)) && closes(paragraph.at(i + 1));
                const bool pause_opened =
                    opens(paragraph.at(i)) && is_wide_mark(paragraph.at(i + 1));
                if (pause_closed || pause_opened)
                    tell_rim(paragraph, sink, i, pause_closed ? i : i + 1);
            }
        });
    }

private:
    static bool is_wide_mark(char16_t c) { return full_stop_mark(c) == c && c != 0; }
    static bool is_pause(char16_t c) { return c == u'，' || c == u'、' || c == u'：'; }

    /// “96。5%”: a full stop typed for the decimal point. A sentence may end in one figure and the
    /// next begin with another, but not with a rate.
    static bool splits_decimal(const Paragraph& paragraph, std::size_t i) {
        if (i == 0 || paragraph.at(i) != u'。' || !is_digit(paragraph.before(i))) return false;
        std::size_t to = i + 1;
        while (is_digit(paragraph.at(to))) ++to;
        const char16_t unit = paragraph.at(to);
        return to > i + 1 && to - i <= 3 && (unit == u'%' || unit == u'％' || unit == u'万');
    }

    static void tell_run(const Paragraph& paragraph, const Sink& sink, std::size_t from,
                         std::size_t to) {
        const Span where = paragraph.source(from, to);
        Finding finding = sink.report(
            where, message::conflict{.found = utf8(paragraph.codes().substr(from, to - from))});
        // A full stop that ends the paragraph is what was meant; elsewhere either may be.
        const bool ends = to == paragraph.size() && full_stop_mark(paragraph.at(to - 1)) == u'。';
        if (ends) finding.fix(Safety::safe, message::stop{}).replace(where, "。");
    }

    static void tell_rim(const Paragraph& paragraph, const Sink& sink, std::size_t at,
                         std::size_t pause) {
        sink.report(paragraph.source(at, at + 2),
                    message::rim{.found = utf8(paragraph.codes().substr(at, 2)),
                                 .mark = utf8(paragraph.codes().substr(pause, 1))})
            .fix(Safety::unsafe, message::remove{})
            .replace(paragraph.source(pause, pause + 1), "");
    }
};

}  // namespace
}  // namespace gouji::typography

GOUJI_RULE(conflicting_punctuation, gouji::typography::ConflictingPunctuation);
