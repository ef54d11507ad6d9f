#include "balance.page.hpp"
#include "slip_report.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::balance;

struct Balance {
    explicit Balance(Options) {}
    void check(Document document, Sink sink) const {
        arithmetic::report_slips<message>(document, sink, "balance");
    }
};

}  // namespace

GOUJI_RULE(balance, Balance);
