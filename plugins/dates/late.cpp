#include "context.hpp"
#include "late.page.hpp"

namespace {

using namespace gouji::sdk;
using namespace gouji::page::late;

/// A date of publication after the deadline, but not so far that dates/sign-date would tell.
class Late {
public:
    explicit Late(Options options)
        : department_(options.integer("department")), government_(options.integer("government")) {}

    void check(Document document, Sink sink) const {
        const gouji_facts& facts = document.facts();
        if (facts.year == 0 || facts.agency_kind.size == 0 ||
            facts.signed_date >= document.dates().size())
            return;
        const gouji_date& date = document.dates()[facts.signed_date];
        if (date.year != facts.year + 1 || date.month == 0 || date.day == 0 || date.month > 3)
            return;
        const bool government = view(facts.agency_kind) == "government";
        const std::int64_t limit = government ? government_ : department_;
        const std::int64_t day = std::int64_t{date.month} * 100 + date.day;
        if (limit <= 0 || day <= limit) return;
        sink.report(date.span, message::late{.date = dates::packed(document.text(date.span)),
                                             .day = limit % 100,
                                             .month = limit / 100});
    }

private:
    std::int64_t department_;
    std::int64_t government_;
};

}  // namespace

GOUJI_RULE(late, Late);
