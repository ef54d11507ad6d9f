// One plugin whose every rule breaks the contract in its own way, written against abi.h alone: the
// SDK would not let it. Beside them stands one decent rule that nothing may disturb.

#include <gouji/abi.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

const gouji_sink_service* sink_service = nullptr;
const gouji_document_service* document_service = nullptr;
const gouji_tables_service* tables_service = nullptr;
const gouji_form_service* form_service = nullptr;

gouji_text text_of(std::string_view words) { return {words.data(), words.size()}; }
const void* service(const gouji_host* host, std::string_view id) {
    return host->service(host, text_of(id));
}

void* GOUJI_CALL create(const gouji_host* host, const gouji_options*, gouji_sink*) {
    sink_service = static_cast<const gouji_sink_service*>(service(host, GOUJI_SERVICE_SINK));
    document_service =
        static_cast<const gouji_document_service*>(service(host, GOUJI_SERVICE_DOCUMENT));
    tables_service = static_cast<const gouji_tables_service*>(service(host, GOUJI_SERVICE_TABLES));
    form_service = static_cast<const gouji_form_service*>(service(host, GOUJI_SERVICE_FORM));
    static int self = 0;
    return &self;
}
void GOUJI_CALL destroy(void*) {}

void one(gouji_sink* sink, gouji_span where, std::string_view message = "found") {
    sink_service->open(sink, where, text_of(message));
    sink_service->close(sink);
}
gouji_span start(const gouji_document* document) {
    const uint32_t begin = document_service->extent(document).begin;
    return {begin, begin};
}

using Check = void(GOUJI_CALL*)(const void*, const gouji_document*, gouji_sink*);

void GOUJI_CALL decent(const void*, const gouji_document* document, gouji_sink* sink) {
    one(sink, start(document));
}
void GOUJI_CALL throws(const void*, const gouji_document* document, gouji_sink* sink) {
    one(sink, start(document));
    throw std::runtime_error("boom");
}
void GOUJI_CALL throws_nothing_known(const void*, const gouji_document*, gouji_sink*) { throw 42; }
void GOUJI_CALL outside(const void*, const gouji_document* document, gouji_sink* sink) {
    one(sink, start(document));
    const auto size = static_cast<uint32_t>(document_service->text(document).size);
    one(sink, {size, size + 5});
}
void GOUJI_CALL backwards(const void*, const gouji_document* document, gouji_sink* sink) {
    const uint32_t begin = document_service->extent(document).begin;
    one(sink, {begin + 6, begin});
}
void GOUJI_CALL splits_character(const void*, const gouji_document* document, gouji_sink* sink) {
    const gouji_text text = document_service->text(document);
    uint32_t at = document_service->extent(document).begin;
    while (at < text.size && (static_cast<unsigned char>(text.data[at]) & 0x80U) == 0) ++at;
    one(sink, {at, at + 1});
}
void GOUJI_CALL unknown_message(const void*, const gouji_document* document, gouji_sink* sink) {
    one(sink, start(document), "no-such-message");
}
void GOUJI_CALL null_message(const void*, const gouji_document* document, gouji_sink* sink) {
    sink_service->open(sink, start(document), {nullptr, 0});
    sink_service->close(sink);
}
void GOUJI_CALL flood(const void*, const gouji_document* document, gouji_sink* sink) {
    for (int i = 0; i < 1'000'000 && sink_service->cancelled(sink) == 0; ++i)
        one(sink, start(document));
}
void GOUJI_CALL stubborn(const void*, const gouji_document* document, gouji_sink* sink) {
    for (int i = 0; i < 1'000'000; ++i) one(sink, start(document));
}
void GOUJI_CALL never_closes(const void*, const gouji_document* document, gouji_sink* sink) {
    sink_service->open(sink, start(document), text_of("found"));
}
void GOUJI_CALL opens_nothing(const void*, const gouji_document* document, gouji_sink* sink) {
    sink_service->argument(sink, {"a", 1}, {"b", 1});
    sink_service->related(sink, start(document), text_of("found"));
    sink_service->fix(sink, GOUJI_FIX_SAFE, text_of("found"));
    sink_service->edit(sink, start(document), {"b", 1});
    sink_service->close(sink);
}
void GOUJI_CALL edits_outside(const void*, const gouji_document* document, gouji_sink* sink) {
    sink_service->open(sink, start(document), text_of("found"));
    sink_service->fix(sink, GOUJI_FIX_SAFE, text_of("found"));
    sink_service->edit(sink, {0, UINT32_MAX}, {"b", 1});
    sink_service->close(sink);
}
void GOUJI_CALL fails_without_words(const void*, const gouji_document*, gouji_sink* sink) {
    sink_service->fail(sink, {nullptr, 0});
}
/// What it says is no UTF-8; what it asks for does not exist. Neither is a failure.
void GOUJI_CALL dirty(const void*, const gouji_document* document, gouji_sink* sink) {
    document_service->kind(document, GOUJI_NONE);
    document_service->span(document, 4'000'000'000U);
    document_service->parent(document, 123'456'789U);
    size_t count = 7;
    document_service->nodes(document, 99, &count);
    if (count != 0) return sink_service->fail(sink, text_of("nodes of no kind"));
    sink_service->open(sink, start(document), text_of("said"));
    sink_service->argument(sink, text_of("what"), {"a\xFF\xC3z\x1b[31m", 9});
    sink_service->argument(sink, {nullptr, 0}, {nullptr, 0});
    sink_service->close(sink);
}
/// Says all that a document has in its tables, which a worker is sent only when it asks.
void GOUJI_CALL reads_tables(const void*, const gouji_document* document, gouji_sink* sink) {
    size_t tables = 0;
    const gouji_node* const table = document_service->nodes(document, GOUJI_KIND_TABLE, &tables);
    std::string all;
    for (size_t i = 0; i < tables; ++i) {
        size_t count = 0;
        const gouji_cell* const cells = tables_service->cells(document, table[i], &count);
        for (size_t k = 0; k < count; ++k) all.append(cells[k].text.data, cells[k].text.size);
        all += std::to_string(tables_service->rows(document, table[i])) + "/";
    }
    sink_service->open(sink, start(document), text_of("said"));
    sink_service->argument(sink, text_of("what"), text_of(all));
    sink_service->close(sink);
}
/// The same of its forms.
void GOUJI_CALL reads_forms(const void*, const gouji_document* document, gouji_sink* sink) {
    size_t count = 0;
    std::string all;
    const gouji_field* const fields = form_service->fields(document, &count);
    for (size_t i = 0; i < count; ++i) {
        for (const gouji_text& text :
             {fields[i].row, fields[i].column, fields[i].row_label, fields[i].printed})
            all.append(text.data, text.size) += " ";
    }
    const gouji_label* const labels = form_service->labels(document, &count);
    for (size_t i = 0; i < count; ++i) all.append(labels[i].key.data, labels[i].key.size);
    sink_service->open(sink, start(document), text_of("said"));
    sink_service->argument(sink, text_of("what"), text_of(all));
    sink_service->close(sink);
}
void* GOUJI_CALL create_throws(const gouji_host*, const gouji_options*, gouji_sink*) {
    throw std::runtime_error("not today");
}
void* GOUJI_CALL create_refuses(const gouji_host* host, const gouji_options*, gouji_sink* sink) {
    sink_service = static_cast<const gouji_sink_service*>(service(host, GOUJI_SERVICE_SINK));
    if (service(host, "gouji.future/9") == nullptr) {
        sink_service->fail(sink, text_of("this host does not offer gouji.future/9"));
        return nullptr;
    }
    static int self = 0;
    return &self;
}
/// Reports findings before there is a document, and a reason without end.
void* GOUJI_CALL create_babbles(const gouji_host* host, const gouji_options*, gouji_sink* sink) {
    sink_service = static_cast<const gouji_sink_service*>(service(host, GOUJI_SERVICE_SINK));
    one(sink, {0, 0});
    const std::string endless(1U << 20U, 'x');
    sink_service->fail(sink, text_of(endless));
    return nullptr;
}

/// Pages are written here so that a rule and its name stand on one line below.
struct Declared {
    std::string page;
    gouji_text text{};
    gouji_rule rule{};
};

gouji_rule* declare(const char* name, Check check, decltype(&create) make = create) {
    static std::vector<Declared*> all;
    auto* declared = new Declared;
    all.push_back(declared);
    declared->page =
        std::string("+++\nid = \"hostile/") + name + "\"\nname = { zh = \"" + name + "\", en = \"" +
        name +
        "\" }\nsummary = { zh = \"测试。\", en = \"Test.\" }\nlevel = \"note\"\nnative = true\n"
        "[messages.found]\nzh = \"找到。\"\nen = \"Found.\"\n"
        "[messages.said]\nzh = \"说：{what}。\"\nen = \"Said: {what}.\"\n+++\n";
    declared->text = {declared->page.data(), declared->page.size()};
    declared->rule = {sizeof(gouji_rule), &declared->text, make, check, destroy};
    return &declared->rule;
}

const gouji_rule* const rules[] = {
    declare("throws", throws),
    declare("throws-int", throws_nothing_known),
    declare("outside", outside),
    declare("backwards", backwards),
    declare("splits-character", splits_character),
    declare("unknown-message", unknown_message),
    declare("null-message", null_message),
    declare("flood", flood),
    declare("stubborn", stubborn),
    declare("never-closes", never_closes),
    declare("opens-nothing", opens_nothing),
    declare("edits-outside", edits_outside),
    declare("fails-without-words", fails_without_words),
    declare("dirty", dirty),
    declare("create-throws", decent, create_throws),
    declare("lacks-service", decent, create_refuses),
    declare("babbles", decent, create_babbles),
    declare("decent", decent),
    declare("reads-tables", reads_tables),
    declare("reads-forms", reads_forms),
};

}  // namespace

extern "C" const gouji_plugin gouji_plugin_v1{
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, GOUJI_TEXT("hostile"),
    GOUJI_TEXT("1.0.0"),  rules,           sizeof(rules) / sizeof(rules[0])};
