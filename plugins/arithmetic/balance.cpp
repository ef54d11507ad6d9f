#include "diagnosis.hpp"

namespace {

using namespace gouji::sdk;

struct Balance {
    explicit Balance(Options) {}
    void check(Document document, Report report) const {
        arithmetic::report_slips(document, report, "balance");
    }
};

}  // namespace

GOUJI_RULE(balance, Balance);
