#pragma once

#include <gouji/abi.h>

#include <string>

namespace gouji {

/// gouji as one rule of a plugin sees it: the public struct, and which rule it belongs to. It
/// outlives the rule.
struct RuleHost {
    /// `plugin_file` is absolute.
    RuleHost(std::string rule_id, std::string plugin_file);
    RuleHost(const RuleHost&) = delete;
    RuleHost& operator=(const RuleHost&) = delete;

    gouji_host host;  ///< first, so that its address is the whole's
    std::string rule;
    std::string file;
};

/// The rule that a host handle was given to.
[[nodiscard]] const RuleHost& rule_host(const gouji_host* host);

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
extern const gouji_terms_service terms_service;
extern const gouji_serial_service serial_service;
extern const gouji_unicode_service unicode_service;
extern const gouji_options_service options_service;
extern const gouji_sink_service sink_service;
extern const gouji_rank_service rank_service;
extern const gouji_previous_service previous_service;
extern const gouji_log_service log_service;

}  // namespace gouji
