#include <gouji/sdk.hpp>

#include "claims/comparison.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;

/// Prose denies that any request came in; the form counts some.
class NoneButTable {
public:
    explicit NoneButTable(Options) {}

    void check(Document document, Report report) const {
        const auto fresh = requests(document, "new");
        if (!fresh || fresh->value == Decimal(0)) return;
        for (const Claim& claim : read_claims(document)) {
            if (claim.topic == Topic::received && claim.said_none)
                report_claim(report, claim, *fresh, "denied");
        }
    }
};

}  // namespace

GOUJI_RULE(none_but_table, NoneButTable);
