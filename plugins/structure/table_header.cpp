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
        for (const gouji_label& label : document.labels()) {
            if (label.match != GOUJI_LABEL_SIMILAR || label.role != GOUJI_LABEL_ROLE_HEADER)
                continue;
            const std::string_view expected = view(label.expected);
            if (structure::letters(view(label.printed)) == structure::letters(expected)) continue;
            sink.report(label.span,
                        message::similar{.expected = expected, .found = view(label.printed)})
                .fix(Safety::safe, message::write{.expected = expected})
                .replace(label.span, expected);
        }
    }
};

}  // namespace

GOUJI_RULE(table_header, TableHeader);
