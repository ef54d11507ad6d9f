#include <gouji/sdk.hpp>

#include "claims/comparison.hpp"
#include "claims/words.hpp"
#include "result_kind.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::result_kind;
using namespace gouji::consistency;

/// A figure for one kind of result, named as the form names it, that is not the form's.
class ResultKind {
public:
    explicit ResultKind(Options) {}

    void check(Document document, Sink sink) const {
        const auto wanted = [](const Claim& claim) { return claim.topic == Topic::result; };
        const auto readings = [&](const Claim& claim) {
            const auto row = requests(document, result_row(claim.detail).key);
            // 予以公开 may take in what was made public in part.
            const bool granted = result_row(claim.detail).key == "granted";
            return row && granted ? readings_of({row, sum({row, requests(document, "partial")})})
                                  : readings_of({row});
        };
        const auto& claims = read_claims(document);
        each_contradiction(
            claims, wanted, readings, [&](const Claim& claim, const Readings& possible) {
                const Figure& figure = possible[0];
                Finding finding =
                    sink.report(claim.where, message::differs{.row = result_row(claim.detail).name,
                                                              .said = claim.value,
                                                              .table = figure.value});
                if (!empty(figure.cell->span)) {
                    finding.also(figure.cell->span,
                                 message::cell{.row = view(figure.cell->row_label),
                                               .table = Decimal(figure.cell->value)});
                }
            });
    }
};

}  // namespace

GOUJI_RULE(result_kind, ResultKind);
