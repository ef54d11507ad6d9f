#include "diagnosis.hpp"

namespace {

using namespace gouji::sdk;

struct DisputeTotal {
    explicit DisputeTotal(Options) {}
    void check(Document document, Report report) const {
        arithmetic::report_slips(document, report, "dispute-total");
    }
};

}  // namespace

GOUJI_RULE(dispute_total, DisputeTotal);
