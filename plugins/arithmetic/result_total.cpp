#include "diagnosis.hpp"

namespace {

using namespace gouji::sdk;

struct ResultTotal {
    explicit ResultTotal(Options) {}
    void check(Document document, Report report) const {
        arithmetic::report_slips(document, report, "result-total");
    }
};

}  // namespace

GOUJI_RULE(result_total, ResultTotal);
