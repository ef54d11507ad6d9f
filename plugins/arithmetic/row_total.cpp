#include "diagnosis.hpp"

namespace {

using namespace gouji::sdk;

struct RowTotal {
    explicit RowTotal(Options) {}
    void check(Document document, Report report) const {
        arithmetic::report_slips(document, report, "row-total");
    }
};

}  // namespace

GOUJI_RULE(row_total, RowTotal);
