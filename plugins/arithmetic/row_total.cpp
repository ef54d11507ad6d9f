#include "row_total.page.hpp"
#include "slip_report.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::row_total;

struct RowTotal {
    explicit RowTotal(Options) {}
    void check(Document document, Sink sink) const {
        arithmetic::report_slips<message>(document, sink, "row-total");
    }
};

}  // namespace

GOUJI_RULE(row_total, RowTotal);
