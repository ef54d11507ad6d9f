#include "result_total.page.hpp"
#include "slip_report.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::result_total;

struct ResultTotal {
    explicit ResultTotal(Options) {}
    void check(Document document, Sink sink) const {
        arithmetic::report_slips<message>(document, sink, "result-total");
    }
};

}  // namespace

GOUJI_RULE(result_total, ResultTotal);
