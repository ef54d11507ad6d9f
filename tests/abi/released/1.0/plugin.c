/* A plugin without the SDK, built against the header of ABI 1.0: it points at the report's title.
 */
#include <gouji/abi.h>

static const gouji_document_service* document;
static const gouji_sink_service* sinks;

static const char page_text[] =
    "+++\n"
    "id = \"released/first-line\"\n"
    "name = { zh = \"标题所在\", en = \"Where the title is\" }\n"
    "summary = { zh = \"指出标题所在的一行。\", en = \"Points at the title.\" }\n"
    "level = \"warning\"\n"
    "native = true\n"
    "\n"
    "[messages.here]\n"
    "zh = \"标题“{words}”在这里。\"\n"
    "en = \"The title “{words}” is here.\"\n"
    "+++\n"
    "\n"
    "# 标题所在\n";
static const gouji_text page = {page_text, sizeof page_text - 1};

static const gouji_text document_id = GOUJI_TEXT(GOUJI_SERVICE_DOCUMENT);
static const gouji_text sink_id = GOUJI_TEXT(GOUJI_SERVICE_SINK);
static const gouji_text here = GOUJI_TEXT("here");
static const gouji_text words_name = GOUJI_TEXT("words");
static const gouji_text missing = GOUJI_TEXT("a service is missing");

static void* GOUJI_CALL create(const gouji_host* host, const gouji_options* options,
                               gouji_sink* sink) {
    (void)options;
    sinks = host->service(host, sink_id);
    if (sinks == NULL) return NULL;
    document = host->service(host, document_id);
    if (document != NULL) return (void*)&document;
    sinks->fail(sink, missing);
    return NULL;
}

static void GOUJI_CALL check(const void* self, const gouji_document* of, gouji_sink* sink) {
    size_t count = 0;
    const gouji_node* titles = document->nodes(of, GOUJI_KIND_TITLE, &count);
    (void)self;
    if (count > 0) {
        const gouji_span where = document->span(of, titles[0]);
        const gouji_text text = document->text(of);
        const gouji_text words = {text.data + where.begin, where.end - where.begin};
        sinks->open(sink, where, here);
        sinks->argument(sink, words_name, words);
        sinks->close(sink);
    }
}

static void GOUJI_CALL destroy(void* self) { (void)self; }

static const gouji_rule first_line = {sizeof(gouji_rule), &page, create, check, destroy};
static const gouji_rule* const rules[] = {&first_line};
const gouji_plugin gouji_plugin_v1 = {
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, GOUJI_TEXT("released"), GOUJI_TEXT("1.0.0"), rules, 1};
