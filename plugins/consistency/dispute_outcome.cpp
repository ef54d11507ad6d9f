#include <gouji/sdk.hpp>

#include <array>

#include "claim_words.hpp"
#include "comparison.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;

/// “维持 2 件” where the dispute form has another figure under 结果维持.
class DisputeOutcome {
public:
    explicit DisputeOutcome(Options) {}

    void check(Document document, Report report) const {
        const auto wanted = [](const Claim& claim) { return claim.topic == Topic::outcome; };
        const auto readings = [&](const Claim& claim) {
            const std::string_view column = outcome_column(claim.detail);
            const auto review = disputes(document, "review", column);
            const auto direct = disputes(document, "direct", column);
            const auto after = disputes(document, "after_review", column);
            if (!review || !direct || !after) return Readings();
            switch (claim.subject) {
                case Topic::review:
                    return readings_of({review, sum({review, direct, after})});
                case Topic::direct:
                    return readings_of({direct});
                case Topic::after_review:
                    return readings_of({after});
                default:
                    return readings_of(
                        {sum({direct, after}), direct, after, sum({review, direct, after})});
            }
        };
        const auto& claims = read_claims(document);
        each_contradiction(claims, wanted, readings,
                           [&](const Claim& claim, const Readings& possible) {
                               const Figure& figure = possible[0];
                               report.at(claim.where, "differs")
                                   .with("said", claim.value)
                                   .with("table", figure.value)
                                   .with("column", view(figure.cell->column_label))
                                   .also(figure.cell->span, "cell")
                                   .with("column", view(figure.cell->column_label))
                                   .with("table", Decimal(figure.cell->value));
                           });
    }
};

}  // namespace

GOUJI_RULE(dispute_outcome, DisputeOutcome);
