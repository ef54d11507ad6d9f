#include "context.hpp"

namespace {

using namespace gouji::sdk;

/// A day that no calendar has.
class InvalidDate {
public:
    explicit InvalidDate(Options) {}

    void check(Document document, Report report) const {
        for (const gouji_date& date : document.dates()) {
            if (date.exists != 0) continue;
            report.at(date.span, "invalid").with("date", dates::packed(document.text(date.span)));
        }
    }
};

}  // namespace

GOUJI_RULE(invalid_date, InvalidDate);
