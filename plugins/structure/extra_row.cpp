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
    explicit ExtraRow(Options options) : sums_(options.words(list::sums)) {}

    void check(Document document, Sink sink) const {
        if (view(document.facts().form_edition) == "mixed") return;
        for (const gouji_form& form : document.forms()) {
            if (!structure::well_read(document, form)) continue;
            std::vector<const gouji_label*> extra;
            for (const gouji_label* label : structure::labels_of(document, form)) {
                if (counts(document, *label)) extra.push_back(label);
            }
            report(form, extra, sink);
        }
    }

private:
    [[nodiscard]] bool counts(Document document, const gouji_label& label) const {
        return label.match == GOUJI_LABEL_EXTRA && label.role == GOUJI_LABEL_ROLE_ROW &&
               label.cells != 0 && !sums_.in(view(label.printed)) && !is_value(document, label);
    }

    /// Each on its own; many rows that no form has are one matter.
    static void report(const gouji_form& form, const std::vector<const gouji_label*>& extra,
                       Sink sink) {
        constexpr std::size_t most = 3;
        if (extra.size() <= most) {
            for (const gouji_label* label : extra)
                sink.report(label->span, message::extra{.row = view(label->printed)});
            return;
        }
        Finding finding = sink.report(
            extra.front()->span, message::several{.count = extra.size(), .form = view(form.name)});
        for (std::size_t i = 1; i < extra.size(); ++i)
            finding.also(extra[i]->span, message::row{.row = view(extra[i]->printed)});
    }

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
