#include "outline.hpp"
#include "row_order.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::row_order;

/// Rows in another order than the form; the fewest that have to move are reported.
class RowOrder {
public:
    explicit RowOrder(Options) {}

    void check(Document document, Sink sink) const {
        for (const gouji_form& form : document.forms()) {
            if (!structure::well_read(document, form)) continue;
            std::vector<const gouji_label*> rows;
            std::vector<std::uint32_t> places;
            for (const gouji_label* label : structure::labels_of(document, form)) {
                if (label->role != GOUJI_LABEL_ROLE_ROW || label->match > GOUJI_LABEL_SIMILAR ||
                    label->order == GOUJI_NONE)
                    continue;
                rows.push_back(label);
                places.push_back(label->order);
            }
            const std::vector<bool> in_order = structure::in_order(places);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (in_order[i]) continue;
                sink.report(rows[i]->span, message::order{.place = rows[i]->order + 1,
                                                          .row = view(rows[i]->printed)});
            }
        }
    }
};

}  // namespace

GOUJI_RULE(row_order, RowOrder);
