#include <gouji/sdk.hpp>

#include "claims/comparison.hpp"
#include "review_count.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace gouji::page::review_count;

/// A figure for reviews about information that is not the dispute form's.
class ReviewCount {
public:
    explicit ReviewCount(Options) {}

    void check(Document document, Sink sink) const {
        const auto review = disputes(document, "review", "total");
        if (!review) return;
        const auto wanted = [](const Claim& claim) {
            return !claim.said_none &&
                   (claim.topic == Topic::review || claim.topic == Topic::disputes);
        };
        const auto readings = [&](const Claim& claim) {
            if (claim.topic == Topic::review) return readings_of({review});
            const auto all = sum({review, disputes(document, "direct", "total"),
                                  disputes(document, "after_review", "total")});
            return all ? readings_of({all, review}) : Readings();
        };
        const auto& claims = read_claims(document);
        each_contradiction(
            claims, wanted, readings, [&](const Claim& claim, const Readings& possible) {
                if (claim.topic == Topic::review) {
                    report_claim<message::differs, message::cell>(sink, claim, possible[0]);
                } else {
                    report_claim<message::together, message::cell>(sink, claim, possible[0]);
                }
            });
    }
};

}  // namespace

GOUJI_RULE(review_count, ReviewCount);
