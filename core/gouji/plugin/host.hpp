#pragma once

#include <gouji/abi.h>

namespace gouji {

/// This host as plugins see it. Lives as long as the process.
[[nodiscard]] const gouji_host* host();

// The service tables, one each; host() knows their ids.
extern const gouji_document_service document_service;
extern const gouji_tables_service tables_service;
extern const gouji_form_service form_service;
extern const gouji_chapters_service chapters_service;
extern const gouji_dates_service dates_service;
extern const gouji_facts_service facts_service;
extern const gouji_sentences_service sentences_service;
extern const gouji_quantities_service quantities_service;
extern const gouji_citations_service citations_service;
extern const gouji_prose_service prose_service;
extern const gouji_serial_service serial_service;
extern const gouji_unicode_service unicode_service;
extern const gouji_options_service options_service;
extern const gouji_report_service report_service;
extern const gouji_log_service log_service;

}  // namespace gouji
