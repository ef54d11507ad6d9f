#include <gouji/sdk.hpp>

#include "claims/comparison.hpp"
#include "disputes_none_but_table.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::disputes_none_but_table;
using namespace gouji::consistency;

/// Prose denies reviews or lawsuits about information; the dispute form counts some.
class DisputesNoneButTable {
public:
    explicit DisputesNoneButTable(Options) {}

    void check(Document document, Sink sink) const {
        const auto review = disputes(document, "review", "total");
        const auto direct = disputes(document, "direct", "total");
        const auto after = disputes(document, "after_review", "total");
        if (!review || !direct || !after) return;
        gouji_span said{};
        for (const Claim& claim : read_claims(document)) {
            if (!claim.said_none) continue;
            // One sentence that denies both is one finding.
            if (claim.where.begin == said.begin && claim.where.end == said.end) continue;
            if (claim.topic == Topic::review && review->value != Decimal(0)) {
                deny(sink, claim, {*review});
            } else if (claim.topic == Topic::litigation &&
                       (direct->value != Decimal(0) || after->value != Decimal(0))) {
                deny(sink, claim, {*direct, *after});
            } else {
                continue;
            }
            said = claim.where;
        }
    }

private:
    static void deny(Sink sink, const Claim& claim, const Readings& figures) {
        Decimal all = 0;
        for (const Figure& figure : figures) all = all + figure.value;
        const bool review = claim.topic == Topic::review;
        Finding finding = review ? sink.report(claim.where, message::review{.table = all})
                                 : sink.report(claim.where, message::litigation{.table = all});
        for (const Figure& figure : figures) {
            if (figure.value != Decimal(0))
                finding.also(figure.cell->span, message::cell{.table = figure.value});
        }
    }
};

}  // namespace

GOUJI_RULE(disputes_none_but_table, DisputesNoneButTable);
