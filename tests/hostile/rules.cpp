// One plugin whose every rule breaks the contract in its own way, written against abi.h alone: the
// SDK would not let it. Beside them stands one decent rule that nothing may disturb.

#include <gouji/abi.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

const gouji_report_service* report_service = nullptr;
const gouji_document_service* document_service = nullptr;

void* GOUJI_CALL create(const gouji_host* host, const gouji_options*, char*, size_t) {
    report_service = static_cast<const gouji_report_service*>(host->service(GOUJI_SERVICE_REPORT));
    document_service =
        static_cast<const gouji_document_service*>(host->service(GOUJI_SERVICE_DOCUMENT));
    static int self = 0;
    return &self;
}
void GOUJI_CALL destroy(void*) {}

void one(gouji_report* report, gouji_span where, const char* message = "found") {
    report_service->open(report, where, message);
    report_service->close(report);
}
gouji_span start(const gouji_document* document) {
    const uint32_t begin = document_service->extent(document).begin;
    return {begin, begin};
}

using Check = gouji_status(GOUJI_CALL*)(const void*, const gouji_document*, gouji_report*);

gouji_status GOUJI_CALL decent(const void*, const gouji_document* document, gouji_report* report) {
    one(report, start(document));
    return GOUJI_OK;
}
gouji_status GOUJI_CALL throws(const void*, const gouji_document* document, gouji_report* report) {
    one(report, start(document));
    throw std::runtime_error("boom");
}
gouji_status GOUJI_CALL throws_nothing_known(const void*, const gouji_document*, gouji_report*) {
    throw 42;
}
gouji_status GOUJI_CALL outside(const void*, const gouji_document* document, gouji_report* report) {
    one(report, start(document));
    const auto size = static_cast<uint32_t>(document_service->text(document).size);
    one(report, {size, size + 5});
    return GOUJI_OK;
}
gouji_status GOUJI_CALL backwards(const void*, const gouji_document* document,
                                  gouji_report* report) {
    const uint32_t begin = document_service->extent(document).begin;
    one(report, {begin + 6, begin});
    return GOUJI_OK;
}
gouji_status GOUJI_CALL splits_character(const void*, const gouji_document* document,
                                         gouji_report* report) {
    const gouji_text text = document_service->text(document);
    uint32_t at = document_service->extent(document).begin;
    while (at < text.size && (static_cast<unsigned char>(text.data[at]) & 0x80U) == 0) ++at;
    one(report, {at, at + 1});
    return GOUJI_OK;
}
gouji_status GOUJI_CALL unknown_message(const void*, const gouji_document* document,
                                        gouji_report* report) {
    one(report, start(document), "no-such-message");
    return GOUJI_OK;
}
gouji_status GOUJI_CALL null_message(const void*, const gouji_document* document,
                                     gouji_report* report) {
    one(report, start(document), nullptr);
    return GOUJI_OK;
}
gouji_status GOUJI_CALL flood(const void*, const gouji_document* document, gouji_report* report) {
    for (int i = 0; i < 1'000'000 && report_service->cancelled(report) == 0; ++i)
        one(report, start(document));
    return GOUJI_OK;
}
gouji_status GOUJI_CALL stubborn(const void*, const gouji_document* document,
                                 gouji_report* report) {
    for (int i = 0; i < 1'000'000; ++i) one(report, start(document));
    return GOUJI_OK;
}
gouji_status GOUJI_CALL never_closes(const void*, const gouji_document* document,
                                     gouji_report* report) {
    report_service->open(report, start(document), "found");
    return GOUJI_OK;
}
gouji_status GOUJI_CALL opens_nothing(const void*, const gouji_document* document,
                                      gouji_report* report) {
    report_service->argument(report, "a", {"b", 1});
    report_service->related(report, start(document), "found");
    report_service->fix(report, GOUJI_FIX_SAFE, "found");
    report_service->edit(report, start(document), {"b", 1});
    report_service->close(report);
    return GOUJI_OK;
}
gouji_status GOUJI_CALL edits_outside(const void*, const gouji_document* document,
                                      gouji_report* report) {
    report_service->open(report, start(document), "found");
    report_service->fix(report, GOUJI_FIX_SAFE, "found");
    report_service->edit(report, {0, UINT32_MAX}, {"b", 1});
    report_service->close(report);
    return GOUJI_OK;
}
gouji_status GOUJI_CALL fails_silently(const void*, const gouji_document*, gouji_report*) {
    return GOUJI_FAILED;
}
gouji_status GOUJI_CALL odd_status(const void*, const gouji_document*, gouji_report*) { return 77; }
/// What it says is no UTF-8; what it asks for does not exist. Neither is a failure.
gouji_status GOUJI_CALL dirty(const void*, const gouji_document* document, gouji_report* report) {
    document_service->kind(document, GOUJI_NONE);
    document_service->span(document, 4'000'000'000U);
    document_service->parent(document, 123'456'789U);
    size_t count = 7;
    document_service->nodes(document, 99, &count);
    if (count != 0) return GOUJI_FAILED;
    report_service->open(report, start(document), "said");
    report_service->argument(report, "what", {"a\xFF\xC3z\x1b[31m", 9});
    report_service->argument(report, nullptr, {nullptr, 0});
    report_service->close(report);
    return GOUJI_OK;
}
void* GOUJI_CALL create_throws(const gouji_host*, const gouji_options*, char*, size_t) {
    throw std::runtime_error("not today");
}
void* GOUJI_CALL create_refuses(const gouji_host* host, const gouji_options*, char* reason,
                                size_t capacity) {
    if (host->service("gouji.future/9") == nullptr) {
        std::strncpy(reason, "this host does not offer gouji.future/9", capacity - 1);
        return nullptr;
    }
    static int self = 0;
    return &self;
}
/// Fills the whole buffer and forgets the NUL.
void* GOUJI_CALL create_babbles(const gouji_host*, const gouji_options*, char* reason,
                                size_t capacity) {
    std::memset(reason, 'x', capacity);
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
    declare("fails-silently", fails_silently),
    declare("odd-status", odd_status),
    declare("dirty", dirty),
    declare("create-throws", decent, create_throws),
    declare("lacks-service", decent, create_refuses),
    declare("babbles", decent, create_babbles),
    declare("decent", decent),
};

}  // namespace

extern "C" const gouji_plugin gouji_plugin_v1{sizeof(gouji_plugin),
                                              GOUJI_ABI_MINOR,
                                              "hostile",
                                              "1.0.0",
                                              rules,
                                              sizeof(rules) / sizeof(rules[0])};
