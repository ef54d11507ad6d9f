#include "gouji/plugin/host.hpp"

#include "gouji/base/version.hpp"

#include <string_view>
#include <type_traits>
#include <utility>

namespace gouji {
namespace {

struct Offer {
    std::string_view id;
    const void* table;
};

constexpr Offer offers[] = {
    {GOUJI_SERVICE_DOCUMENT, &document_service},   {GOUJI_SERVICE_TABLES, &tables_service},
    {GOUJI_SERVICE_FORM, &form_service},           {GOUJI_SERVICE_CHAPTERS, &chapters_service},
    {GOUJI_SERVICE_DATES, &dates_service},         {GOUJI_SERVICE_FACTS, &facts_service},
    {GOUJI_SERVICE_SENTENCES, &sentences_service}, {GOUJI_SERVICE_QUANTITIES, &quantities_service},
    {GOUJI_SERVICE_CITATIONS, &citations_service}, {GOUJI_SERVICE_PROSE, &prose_service},
    {GOUJI_SERVICE_TERMS, &terms_service},         {GOUJI_SERVICE_SERIAL, &serial_service},
    {GOUJI_SERVICE_UNICODE, &unicode_service},     {GOUJI_SERVICE_OPTIONS, &options_service},
    {GOUJI_SERVICE_SINK, &sink_service},           {GOUJI_SERVICE_RANK, &rank_service},
    {GOUJI_SERVICE_PREVIOUS, &previous_service},   {GOUJI_SERVICE_LOG, &log_service},
};

const void* GOUJI_CALL service(const gouji_host*, gouji_text id) {
    if (id.data == nullptr) return nullptr;
    for (const Offer& offer : offers) {
        if (offer.id == std::string_view(id.data, id.size)) return offer.table;
    }
    return nullptr;
}

}  // namespace

RuleHost::RuleHost(std::string rule_id, std::string plugin_file)
    : host{}, rule(std::move(rule_id)), file(std::move(plugin_file)) {
    constexpr std::string_view own_version = version;
    host = {sizeof(gouji_host),
            GOUJI_ABI_MINOR,
            {own_version.data(), own_version.size()},
            {file.data(), file.size()},
            &service};
}

const RuleHost& rule_host(const gouji_host* host) {
    static_assert(std::is_standard_layout_v<RuleHost>);
    return *reinterpret_cast<const RuleHost*>(host);
}

}  // namespace gouji
