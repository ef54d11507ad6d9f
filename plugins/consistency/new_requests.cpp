#include <gouji/sdk.hpp>

#include "claims/comparison.hpp"
#include "new_requests.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::new_requests;
using namespace gouji::consistency;

/// A figure for the requests received that is neither row one nor rows one and two together.
class NewRequests {
public:
    explicit NewRequests(Options) {}

    void check(Document document, Sink sink) const {
        const auto fresh = requests(document, "new");
        const auto carried = requests(document, "carried_in");
        if (!fresh || !carried) return;
        const auto& claims = read_claims(document);
        // Of the requests received, some may not have been accepted: where both are said, 受理 is
        // free.
        const bool received = std::any_of(claims.begin(), claims.end(), [](const Claim& claim) {
            return claim.topic == Topic::received && !claim.accepted;
        });
        const auto wanted = [&](const Claim& claim) {
            return !claim.said_none &&
                   ((claim.topic == Topic::received && !(claim.accepted && received)) ||
                    claim.topic == Topic::handled);
        };
        const auto readings = [&](const Claim& claim) {
            Readings out = readings_of({fresh, sum({fresh, carried})});
            // What was handled may leave out what is still open.
            const auto total = requests(document, "total");
            if (claim.topic == Topic::handled && total) out.push_back(*total);
            return out;
        };
        each_contradiction(
            claims, wanted, readings, [&](const Claim& claim, const Readings& possible) {
                const bool all = claim.topic == Topic::handled || carried->value != Decimal(0);
                Finding finding =
                    all ? sink.report(claim.where,
                                      message::with_carried{.carried = carried->value,
                                                            .said = claim.value,
                                                            .sum = fresh->value + carried->value,
                                                            .table = possible[0].value})
                        : sink.report(claim.where, message::differs{.said = claim.value,
                                                                    .table = possible[0].value});
                finding.also(fresh->cell->span, message::cell{.row = view(fresh->cell->row_label),
                                                              .table = fresh->value});
                if (all && !empty(carried->cell->span)) {
                    finding.also(carried->cell->span,
                                 message::cell{.row = view(carried->cell->row_label),
                                               .table = carried->value});
                }
            });
    }
};

}  // namespace

GOUJI_RULE(new_requests, NewRequests);
