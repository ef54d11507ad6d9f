#include <gouji/sdk.hpp>

#include "carried_in.page.hpp"
#include "claims/comparison.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace gouji::page::carried_in;

/// A figure carried in from last year that is not the form's second row.
class CarriedIn {
public:
    explicit CarriedIn(Options) {}

    void check(Document document, Sink sink) const {
        const auto row = requests(document, "carried_in");
        if (!row) return;
        const auto wanted = [](const Claim& claim) { return claim.topic == Topic::carried_in; };
        const auto readings = [&](const Claim& claim) {
            return claim.topic == Topic::carried_in ? readings_of({row}) : Readings();
        };
        const auto& claims = read_claims(document);
        each_contradiction(claims, wanted, readings, [&](const Claim& claim, const Readings&) {
            report_claim<message::denied, message::differs, message::cell>(sink, claim, *row);
        });
    }
};

}  // namespace

GOUJI_RULE(carried_in, CarriedIn);
