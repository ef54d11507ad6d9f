#include <gouji/sdk.hpp>

#include "claims/comparison.hpp"
#include "closed.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace gouji::page::closed;

/// A figure for the requests answered that is neither the total nor what is left of it once some
/// kinds of result are not called answers.
class Closed {
public:
    explicit Closed(Options) {}

    void check(Document document, Sink sink) const {
        const auto total = requests(document, "total");
        if (!total) return;
        const auto wanted = [](const Claim& claim) { return claim.topic == Topic::closed; };
        const auto readings = [&](const Claim& claim) { return answers(document, *total, claim); };
        const auto& claims = read_claims(document);
        each_contradiction(claims, wanted, readings, [&](const Claim& claim, const Readings&) {
            report_claim<message::differs, message::cell>(sink, claim, *total);
        });
    }

private:
    static Readings answers(Document document, Figure total, const Claim& claim) {
        Readings out{total};
        if (claim.value >= total.value) return out;
        const auto carried = requests(document, "carried_in");
        if (carried) out.push_back({total.value - carried->value, total.cell});
        Decimal left = total.value;
        for (const char* group : {"other", "refused", "unavailable", "denied", "partial"}) {
            const auto figure = requests(document, group);
            if (!figure) return out;
            out.push_back({total.value - figure->value, total.cell});
            left = left - figure->value;
            out.push_back({left, total.cell});
        }
        // Withdrawn requests stand in the form's “其他” or nowhere: fewer answers are right then.
        if (claim.withdrawals) out.push_back({claim.value, total.cell});
        return out;
    }
};

}  // namespace

GOUJI_RULE(closed, Closed);
