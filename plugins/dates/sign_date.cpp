#include "context.hpp"
#include "sign_date.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::sign_date;

/// A date below the report that cannot be: before its year was over, or long after.
class SignDate {
public:
    explicit SignDate(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        if (facts.year == 0 || facts.signed_date >= document.dates().size()) return;
        const gouji_date& date = document.dates()[facts.signed_date];
        const std::int32_t next = facts.year + 1;
        if (date.year == 0 || (date.year == next && (date.month == 0 || date.month <= 3))) return;
        const bool early = date.year <= facts.year;
        Finding finding =
            early ? sink.report(date.span,
                                message::early{.date = dates::packed(document.text(date.span)),
                                               .next = next,
                                               .year = facts.year})
                  : sink.report(date.span,
                                message::late{.date = dates::packed(document.text(date.span)),
                                              .next = next});
        // In January the old year still runs in the fingers.
        const std::string_view printed = document.text(date.span);
        if (date.year == facts.year && date.month >= 1 && date.month <= 3 &&
            printed.starts_with(std::to_string(date.year))) {
            finding.fix(Safety::unsafe, message::write{.next = next})
                .replace(part(date.span, 0, 4), std::to_string(next));
        }
    }
};

}  // namespace

GOUJI_RULE(sign_date, SignDate);
