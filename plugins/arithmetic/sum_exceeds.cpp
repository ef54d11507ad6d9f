#include <gouji/sdk.hpp>

#include "sum_report.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::arithmetic;

/// Parts in prose that add up to more than their total in every reading.
class SumExceeds {
public:
    explicit SumExceeds(Options) {}

    void check(Document document, Report report) const {
        for (const Enumeration& list : model(document).lists) {
            if (report.cancelled()) return;
            const Judgement judgement = judge(list);
            if (judgement.verdict != Verdict::sum_exceeds) continue;
            report_sum(report, list, list.total->quantity->span, judgement,
                       list.plain ? "sure" : "exceeds");
        }
    }
};

}  // namespace

GOUJI_RULE(sum_exceeds, SumExceeds);
