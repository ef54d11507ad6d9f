/* A plugin in plain C99 over abi.h alone: “！” is underlined. */
#include <gouji/abi.h>

#include <stdio.h>
#include <string.h>

static const char page_text[] =
#include "page.inc"
    ;
static const gouji_text page = {page_text, sizeof page_text - 1};

static const gouji_text document_id = GOUJI_TEXT(GOUJI_SERVICE_DOCUMENT);
static const gouji_text sink_id = GOUJI_TEXT(GOUJI_SERVICE_SINK);
static const gouji_text shout = GOUJI_TEXT("shout");
static const gouji_text number_name = GOUJI_TEXT("number");
static const gouji_text missing = GOUJI_TEXT("a service is missing");

static const gouji_document_service* documents;
static const gouji_sink_service* sinks;

static void* GOUJI_CALL create(const gouji_host* host, const gouji_options* options,
                               gouji_sink* sink) {
    static int self;
    (void)options;
    documents = (const gouji_document_service*)host->service(host, document_id);
    sinks = (const gouji_sink_service*)host->service(host, sink_id);
    if (sinks == NULL) return NULL;
    if (documents != NULL) return &self;
    sinks->fail(sink, missing);
    return NULL;
}

static void GOUJI_CALL check(const void* self, const gouji_document* document, gouji_sink* sink) {
    static const char mark[] = "\xEF\xBC\x81";
    const size_t width = sizeof mark - 1;
    const gouji_text text = documents->text(document);
    const gouji_span extent = documents->extent(document);
    int number = 0;
    (void)self;
    for (uint32_t at = extent.begin; at + width <= extent.end; ++at) {
        char digits[12];
        gouji_text value;
        gouji_span where;
        if (memcmp(text.data + at, mark, width) != 0) continue;
        if (sinks->cancelled(sink)) return;
        where.begin = at;
        where.end = at + (uint32_t)width;
        value.data = digits;
        value.size = (size_t)snprintf(digits, sizeof digits, "%d", ++number);
        if (sinks->open(sink, where, shout) != GOUJI_SINK_TAKEN) return;
        sinks->argument(sink, number_name, value);
        sinks->close(sink);
    }
}

static void GOUJI_CALL destroy(void* self) { (void)self; }

static const gouji_rule rule = {sizeof(gouji_rule), &page, create, check, destroy};
static const gouji_rule* const rules[] = {&rule};

GOUJI_EXPORT const gouji_plugin gouji_plugin_v1 = {
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, GOUJI_TEXT("plain"), GOUJI_TEXT("1.0.0"), rules, 1};
