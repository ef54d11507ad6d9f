#include <gouji/sdk.hpp>

#include "claims/comparison.hpp"
#include "none_but_table.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace gouji::page::none_but_table;

/// Prose denies that any request came in; the form counts some.
class NoneButTable {
public:
    explicit NoneButTable(Options) {}

    void check(Document document, Sink sink) const {
        const auto fresh = requests(document, "new");
        if (!fresh || fresh->value == Decimal(0)) return;
        for (const Claim& claim : read_claims(document)) {
            if (claim.topic == Topic::received && claim.said_none)
                report_claim<message::denied, message::cell>(sink, claim, *fresh);
        }
    }
};

}  // namespace

GOUJI_RULE(none_but_table, NoneButTable);
