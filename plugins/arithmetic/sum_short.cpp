#include <gouji/sdk.hpp>

#include "sum_report.hpp"
#include "sum_short.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::arithmetic;
using namespace gouji::page::sum_short;

/// A list in prose that claims to be complete and adds up to less than its total.
class SumShort {
public:
    explicit SumShort(Options) {}

    void check(Document document, Sink sink) const {
        for (const Enumeration& list : model(document).lists) {
            if (sink.cancelled()) return;
            const Judgement judgement = judge(list);
            if (judgement.verdict != Verdict::sum_short) continue;
            report_sum<message::short_, message::part>(sink, list, judgement);
        }
    }
};

}  // namespace

GOUJI_RULE(sum_short, SumShort);
