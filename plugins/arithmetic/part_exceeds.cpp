#include <gouji/sdk.hpp>

#include "sum_report.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::arithmetic;

/// A part in prose that is greater than its total.
class PartExceeds {
public:
    explicit PartExceeds(Options) {}

    void check(Document document, Report report) const {
        for (const Enumeration& list : model(document).lists) {
            if (report.cancelled()) return;
            const Judgement judgement = judge(list);
            if (judgement.verdict != Verdict::part_exceeds) continue;
            report_sum(report, list, judgement.part->quantity->span, judgement, "exceeds");
        }
    }
};

}  // namespace

GOUJI_RULE(part_exceeds, PartExceeds);
