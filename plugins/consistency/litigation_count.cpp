#include <gouji/sdk.hpp>

#include "claims/comparison.hpp"
#include "litigation_count.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::litigation_count;
using namespace gouji::consistency;

/// A figure for lawsuits about information that is not the dispute form's.
class LitigationCount {
public:
    explicit LitigationCount(Options) {}

    void check(Document document, Sink sink) const {
        const auto direct = disputes(document, "direct", "total");
        const auto after = disputes(document, "after_review", "total");
        if (!direct || !after) return;
        const auto wanted = [](const Claim& claim) {
            return !claim.said_none &&
                   (claim.topic == Topic::litigation || claim.topic == Topic::direct ||
                    claim.topic == Topic::after_review);
        };
        const auto readings = [&](const Claim& claim) {
            if (claim.topic == Topic::direct) return readings_of({direct});
            if (claim.topic == Topic::after_review) return readings_of({after});
            return readings_of({sum({direct, after}), direct, after});
        };
        const auto& claims = read_claims(document);
        each_contradiction(
            claims, wanted, readings, [&](const Claim& claim, const Readings& possible) {
                Finding finding = sink.report(
                    claim.where, message::differs{.said = claim.value, .table = possible[0].value});
                if (claim.topic != Topic::after_review)
                    finding.also(direct->cell->span, message::direct{.table = direct->value});
                if (claim.topic != Topic::direct)
                    finding.also(after->cell->span, message::after{.table = after->value});
            });
    }
};

}  // namespace

GOUJI_RULE(litigation_count, LitigationCount);
