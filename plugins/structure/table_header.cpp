#include "outline.hpp"
#include "table_header.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::table_header;

/// A column header some characters away from the form's.
class TableHeader {
public:
    explicit TableHeader(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_label* label : structure::similar_labels(document)) check(*label, sink);
    }

private:
    static void check(const gouji_label& label, Sink sink) {
        if (label.role != GOUJI_LABEL_ROLE_HEADER) return;
        const std::string_view expected = view(label.expected);
        if (holds_all(view(label.printed), expected)) return;
        sink.report(label.span,
                    message::similar{.expected = expected, .found = view(label.printed)})
            .fix(Safety::unsafe, message::write{.expected = expected})
            .replace(label.span, expected);
    }

    /// The header in full, with or without a hint of the collecting system inside its brackets:
    /// 本年收费金额（单位：万元，保留4位小数）.
    static bool holds_all(std::string_view printed, std::string_view expected) {
        const std::string words = structure::letters(printed);
        const bool hint = printed.ends_with("）") || printed.ends_with(")");
        return hint ? words.starts_with(structure::letters(expected))
                    : words == structure::letters(expected);
    }
};

}  // namespace

GOUJI_RULE(table_header, TableHeader);
