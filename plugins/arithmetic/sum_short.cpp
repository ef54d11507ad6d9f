#include <gouji/sdk.hpp>

#include "sum_report.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::arithmetic;

/// A list in prose that claims to be complete and adds up to less than its total.
class SumShort {
public:
    explicit SumShort(Options) {}

    void check(Document document, Report report) const {
        for (const Enumeration& list : model(document).lists) {
            if (report.cancelled()) return;
            const Judgement judgement = judge(list);
            if (judgement.verdict != Verdict::sum_short) continue;
            report_sum(report, list, list.total->quantity->span, judgement, "short");
        }
    }
};

}  // namespace

GOUJI_RULE(sum_short, SumShort);
