#include "gouji/plugin/host.hpp"

#include "gouji/base/version.hpp"

#include <string_view>

namespace gouji {
namespace {

struct Offer {
    std::string_view id;
    const void* table;
};

constexpr Offer offers[] = {
    {GOUJI_SERVICE_DOCUMENT, &document_service},
    {GOUJI_SERVICE_TABLES, &tables_service},
    {GOUJI_SERVICE_FORM, &form_service},
    {GOUJI_SERVICE_CHAPTERS, &chapters_service},
    {GOUJI_SERVICE_DATES, &dates_service},
    {GOUJI_SERVICE_FACTS, &facts_service},
    {GOUJI_SERVICE_SENTENCES, &sentences_service},
    {GOUJI_SERVICE_QUANTITIES, &quantities_service},
    {GOUJI_SERVICE_CITATIONS, &citations_service},
    {GOUJI_SERVICE_PROSE, &prose_service},
    {GOUJI_SERVICE_SERIAL, &serial_service},
    {GOUJI_SERVICE_UNICODE, &unicode_service},
    {GOUJI_SERVICE_OPTIONS, &options_service},
    {GOUJI_SERVICE_REPORT, &report_service},
    {GOUJI_SERVICE_LOG, &log_service},
};

const void* GOUJI_CALL service(const char* id) {
    if (id == nullptr) return nullptr;
    for (const Offer& offer : offers) {
        if (offer.id == id) return offer.table;
    }
    return nullptr;
}

}  // namespace

const gouji_host* host() {
    static constexpr gouji_host self{sizeof(gouji_host), GOUJI_ABI_MINOR, version, &service};
    return &self;
}

}  // namespace gouji
