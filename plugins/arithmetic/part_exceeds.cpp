#include <gouji/sdk.hpp>

#include "part_exceeds.page.hpp"
#include "sum_report.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::arithmetic;
using namespace gouji::page::part_exceeds;

/// A part in prose that is greater than its total.
class PartExceeds {
public:
    explicit PartExceeds(Options) {}

    void check(Document document, Sink sink) const {
        for (const Enumeration& list : model(document).lists) {
            if (sink.cancelled()) return;
            const Judgement judgement = judge(list);
            if (judgement.verdict != Verdict::part_exceeds) continue;
            const gouji_quantity& total = *list.total->quantity;
            const std::string_view unit = view(total.unit);
            sink.report(
                    judgement.part->quantity->span,
                    message::exceeds{.part = spelled(value_in(*judgement.part, *list.total),
                                                     judgement.part->spare > 0),
                                     .total = spelled(Decimal(total.value), list.total->spare > 0),
                                     .unit = unit})
                .also(total.span,
                      message::total{.total = spelled(Decimal(total.value), list.total->spare > 0),
                                     .unit = unit});
        }
    }
};

}  // namespace

GOUJI_RULE(part_exceeds, PartExceeds);
