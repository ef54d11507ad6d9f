#include "dispute_total.page.hpp"
#include "slip_report.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::dispute_total;

struct DisputeTotal {
    explicit DisputeTotal(Options) {}
    void check(Document document, Sink sink) const {
        arithmetic::report_slips<message>(document, sink, "dispute-total");
    }
};

}  // namespace

GOUJI_RULE(dispute_total, DisputeTotal);
