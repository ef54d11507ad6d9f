/* A plugin in plain C99 over abi.h alone: “！” is underlined. */
#include <gouji/abi.h>

#include <stdio.h>
#include <string.h>

static const char page_text[] =
#include "page.inc"
    ;
static const gouji_text page = {page_text, sizeof page_text - 1};

static const gouji_document_service* documents;
static const gouji_report_service* reports;

static void* GOUJI_CALL create(const gouji_host* host, const gouji_options* options, char* reason,
                               size_t capacity) {
    static int self;
    (void)options;
    documents = (const gouji_document_service*)host->service(GOUJI_SERVICE_DOCUMENT);
    reports = (const gouji_report_service*)host->service(GOUJI_SERVICE_REPORT);
    if (documents != NULL && reports != NULL) return &self;
    snprintf(reason, capacity, "gouji %s lacks a service", host->version);
    return NULL;
}

static gouji_status GOUJI_CALL check(const void* self, const gouji_document* document,
                                     gouji_report* report) {
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
        if (reports->cancelled(report)) return GOUJI_CANCELLED;
        where.begin = at;
        where.end = at + (uint32_t)width;
        value.data = digits;
        value.size = (size_t)snprintf(digits, sizeof digits, "%d", ++number);
        reports->open(report, where, "shout");
        reports->argument(report, "number", value);
        reports->close(report);
    }
    return GOUJI_OK;
}

static void GOUJI_CALL destroy(void* self) { (void)self; }

static const gouji_rule rule = {sizeof(gouji_rule), &page, create, check, destroy};
static const gouji_rule* const rules[] = {&rule};

GOUJI_EXPORT const gouji_plugin gouji_plugin_v1 = {
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, "plain", "1.0.0", rules, 1, NULL};
