#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A column header some characters away from the form's.
class TableHeader {
public:
    explicit TableHeader(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_label& label : document.labels()) {
            if (label.match != GOUJI_LABEL_SIMILAR || label.role != GOUJI_ROLE_HEADER) continue;
            const std::string_view expected = view(label.expected);
            if (structure::letters(view(label.printed)) == structure::letters(expected)) continue;
            report.at(label.span, "similar")
                .with("found", view(label.printed))
                .with("expected", expected)
                .fix(Safety::safe, "write")
                .with("expected", expected)
                .replace(label.span, expected);
        }
    }
};

}  // namespace

GOUJI_RULE(table_header, TableHeader);
