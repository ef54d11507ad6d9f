#include "outline.hpp"
#include "row_label.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::row_label;

/// A row or group name some characters away from the form's.
class RowLabel {
public:
    explicit RowLabel(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_label* label : structure::similar_labels(document)) check(*label, sink);
    }

private:
    static void check(const gouji_label& label, Sink sink) {
        if (label.role == GOUJI_LABEL_ROLE_HEADER) return;
        const std::string_view printed = view(label.printed);
        const std::string_view expected = view(label.expected);
        const bool marks_only = structure::letters(printed) == structure::letters(expected);
        // (三）for （三）: typography tells that.
        if (marks_only && (printed.find("“") != std::string_view::npos) ==
                              (expected.find("“") != std::string_view::npos)) {
            return;
        }
        (marks_only
             ? sink.report(label.span, message::marks{.expected = expected, .found = printed})
             : sink.report(label.span, message::similar{.expected = expected, .found = printed}))
            .fix(Safety::safe, message::write{.expected = expected})
            .replace(label.span, expected);
    }
};

}  // namespace

GOUJI_RULE(row_label, RowLabel);
