#include <gouji/sdk.hpp>

#include "carried_out.page.hpp"
#include "claims/comparison.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace gouji::page::carried_out;

/// A figure carried out into next year that is not the form's last row.
class CarriedOut {
public:
    explicit CarriedOut(Options) {}

    void check(Document document, Sink sink) const {
        const auto row = requests(document, "carried_out");
        if (!row) return;
        const auto wanted = [](const Claim& claim) {
            return claim.topic == Topic::carried_out || claim.topic == Topic::carried;
        };
        const auto readings = [&](const Claim& claim) {
            return claim.topic == Topic::carried
                       ? readings_of({row, requests(document, "carried_in")})
                       : readings_of({row});
        };
        const auto& claims = read_claims(document);
        each_contradiction(claims, wanted, readings, [&](const Claim& claim, const Readings&) {
            report_claim<message::denied, message::differs, message::cell>(sink, claim, *row);
        });
    }
};

}  // namespace

GOUJI_RULE(carried_out, CarriedOut);
