#include <gouji/sdk.hpp>

#include "../prose/line.hpp"
#include "claims/comparison.hpp"
#include "request_figures.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::request_figures;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// A part about requests that gives no figure although the form has some.
class RequestFigures {
public:
    explicit RequestFigures(Options) {}

    void check(Document document, Sink sink) const {
        const auto all = sum({requests(document, "new"), requests(document, "carried_in")});
        if (!all || all->value == Decimal(0)) return;
        const gouji_chapter* part = nullptr;
        for (const gouji_chapter& chapter : document.chapters()) {
            if (chapter.level < 2) continue;
            if (prose::has_any(document.text(chapter.title), {"依申请"sv})) part = &chapter;
        }
        if (part == nullptr || counts(document, part->body)) return;
        // The figures may stand elsewhere.
        if (!read_claims(document).empty()) return;
        sink.report(part->title, message::none{.table = all->value})
            .also(all->cell->span, message::cell{.table = all->value});
    }

private:
    static bool counts(Document document, Span body) {
        for (const gouji_quantity& quantity : document.quantities()) {
            if (!contains(body, quantity.span)) continue;
            const std::string_view unit = view(quantity.unit);
            if (unit == "件"sv || unit == "条"sv || unit == "份"sv || unit == "个"sv ||
                unit == "起"sv)
                return true;
        }
        return false;
    }
};

}  // namespace

GOUJI_RULE(request_figures, RequestFigures);
