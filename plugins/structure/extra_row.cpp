#include <gouji/phrases.hpp>

#include <algorithm>

#include "extra_row.page.hpp"
#include "outline.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::extra_row;

/// A row with figures that is no row of the edition's form.
class ExtraRow {
public:
    explicit ExtraRow(Options) : sums_{"合计", "小计", "总计", "共计"} {}

    void check(Document document, Sink sink) const {
        for (const gouji_label& label : document.labels()) {
            if (label.match != GOUJI_LABEL_EXTRA || label.role != GOUJI_LABEL_ROLE_ROW ||
                label.cells == 0)
                continue;
            if (sums_.in(view(label.printed))) continue;
            if (is_value(document, label)) continue;
            if (view(document.facts().form_edition) == "mixed") return;
            sink.report(label.span, message::extra{.row = view(label.printed)});
        }
    }

private:
    /// Words in a value cell: arithmetic/not-a-number.
    static bool is_value(Document document, const gouji_label& label) {
        const auto fields = document.fields();
        return std::any_of(fields.begin(), fields.end(), [&](const gouji_field& field) {
            return field.state == GOUJI_FIELD_TEXT && view(field.printed) == view(label.printed);
        });
    }

    gouji::Phrases sums_;
};

}  // namespace

GOUJI_RULE(extra_row, ExtraRow);
