// The services that carry: options going in, findings and log lines coming out.

#include "gouji/plugin/handles.hpp"
#include "gouji/plugin/host.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace gouji {
namespace {

/// What a plugin hands over may be null.
std::string_view sane(gouji_text text) {
    return text.data != nullptr ? view(text) : std::string_view{};
}

template <class T>
const T* option(const gouji_options* options, gouji_text key) {
    for (const Option& each : options->options) {
        if (each.key == sane(key)) return std::get_if<T>(&each.value);
    }
    return nullptr;
}

std::int64_t GOUJI_CALL integer(const gouji_options* options, gouji_text key) {
    const auto* value = option<std::int64_t>(options, key);
    return value != nullptr ? *value : 0;
}
std::uint32_t GOUJI_CALL boolean(const gouji_options* options, gouji_text key) {
    const auto* value = option<bool>(options, key);
    return value != nullptr && *value ? 1 : 0;
}
gouji_text GOUJI_CALL text(const gouji_options* options, gouji_text key) {
    const auto* value = option<std::string>(options, key);
    return raw(value != nullptr ? std::string_view(*value) : std::string_view{});
}
const gouji_text* GOUJI_CALL list(const gouji_options* options, gouji_text key,
                                  std::size_t* count) {
    *count = 0;
    for (std::size_t i = 0; i < options->options.size(); ++i) {
        if (options->options[i].key != sane(key)) continue;
        *count = options->lists[i].size();
        return options->lists[i].data();
    }
    return nullptr;
}

gouji_answer GOUJI_CALL open(gouji_sink* sink, Span where, gouji_text message) {
    return sink->sink->open(where, sane(message));
}
gouji_answer GOUJI_CALL argument(gouji_sink* sink, gouji_text name, gouji_text value) {
    return sink->sink->argument(sane(name), sane(value));
}
gouji_answer GOUJI_CALL related(gouji_sink* sink, Span where, gouji_text message) {
    return sink->sink->related(where, sane(message));
}
gouji_answer GOUJI_CALL fix(gouji_sink* sink, std::uint32_t safety, gouji_text message) {
    return sink->sink->fix(safety == GOUJI_FIX_SAFE, sane(message));
}
gouji_answer GOUJI_CALL edit(gouji_sink* sink, Span replaced, gouji_text by) {
    return sink->sink->edit(replaced, sane(by));
}
gouji_answer GOUJI_CALL rank(gouji_sink* sink, std::uint32_t how_sure) {
    return sink->sink->rank(how_sure);
}
gouji_answer GOUJI_CALL related_previous(gouji_sink* sink, Span where, gouji_text message) {
    return sink->sink->related_previous(where, sane(message));
}
const gouji_document* GOUJI_CALL previous_of(const gouji_document* document) {
    return document->previous;
}
gouji_answer GOUJI_CALL close(gouji_sink* sink) { return sink->sink->close(); }
void GOUJI_CALL fail_rule(gouji_sink* sink, gouji_text reason) { sink->sink->fail(sane(reason)); }
std::uint32_t GOUJI_CALL cancelled(const gouji_sink* sink) {
    return sink->sink->cancelled() ? 1 : 0;
}

/// Warnings are shown; the rest only to those who ask with GOUJI_LOG=debug.
void GOUJI_CALL write(const gouji_host* host, std::uint32_t severity, gouji_text message) {
    static const char* const asked = std::getenv("GOUJI_LOG");
    if (severity < GOUJI_LOG_WARNING && (asked == nullptr || std::strcmp(asked, "debug") != 0))
        return;
    const std::string_view words = sane(message);
    std::fprintf(stderr, "gouji: %s: %.*s\n", rule_host(host).rule.c_str(),
                 static_cast<int>(words.size()), words.data());
}

}  // namespace

constinit const gouji_options_service options_service{integer, boolean, text, list};
constinit const gouji_sink_service sink_service{open, argument, related,   fix,
                                                edit, close,    fail_rule, cancelled};
constinit const gouji_rank_service rank_service{rank};
constinit const gouji_previous_service previous_service{previous_of, related_previous};
constinit const gouji_log_service log_service{write};

}  // namespace gouji
