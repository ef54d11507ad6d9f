#include <gouji/sdk.hpp>

#include "sum_exceeds.page.hpp"
#include "sum_report.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::arithmetic;
using namespace gouji::page::sum_exceeds;

/// Parts in prose that add up to more than their total in every reading.
class SumExceeds {
public:
    explicit SumExceeds(Options) {}

    void check(Document document, Sink sink) const {
        for (const Enumeration& list : model(document).lists) {
            if (sink.cancelled()) return;
            const Judgement judgement = judge(list);
            if (judgement.verdict != Verdict::sum_exceeds) continue;
            if (list.plain) {
                report_sum<message::sure, message::part>(sink, list, judgement);
            } else if (list.weak || list.total->spare > 0) {
                report_sum<message::possible, message::part>(sink, list, judgement);
            } else {
                report_sum<message::exceeds, message::part>(sink, list, judgement);
            }
        }
    }
};

}  // namespace

GOUJI_RULE(sum_exceeds, SumExceeds);
