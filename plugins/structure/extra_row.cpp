#include <gouji/phrases.hpp>

#include "outline.hpp"

namespace {

using namespace gouji::sdk;

/// A row with figures that is no row of the edition's form.
class ExtraRow {
public:
    explicit ExtraRow(Options) : sums_{"合计", "小计", "总计", "共计"} {}

    void check(Document document, Report report) const {
        for (const gouji_label& label : document.labels()) {
            if (label.match != GOUJI_LABEL_EXTRA || label.role != GOUJI_ROLE_ROW ||
                label.cells == 0)
                continue;
            if (sums_.in(view(label.printed))) continue;
            if (view(document.facts().form_edition) == "mixed") return;
            report.at(label.span, "extra").with("row", view(label.printed));
        }
    }

private:
    gouji::Phrases sums_;
};

}  // namespace

GOUJI_RULE(extra_row, ExtraRow);
