// One plugin for each way a declaration can be wrong; which one, the build says with -D.

#include <gouji/abi.h>

namespace {

void* GOUJI_CALL create(const gouji_host*, const gouji_options*, gouji_sink*) {
    static int self = 0;
    return &self;
}
void GOUJI_CALL check(const void*, const gouji_document*, gouji_sink*) {}
void GOUJI_CALL destroy(void*) {}

#define PAGE(id, more)                                                                      \
    "+++\nid = \"" id                                                                       \
    "\"\nname = { zh = \"测试\", en = \"Test\" }\n"                                       \
    "summary = { zh = \"测试。\", en = \"Test.\" }\nlevel = \"note\"\nnative = true\n" more \
    "[messages.found]\nzh = \"找到。\"\nen = \"Found.\"\n+++\n"

constexpr char good_text[] = PAGE("declared/good", "");
constexpr gouji_text good_page{good_text, sizeof good_text - 1};
[[maybe_unused]] constexpr gouji_rule good{sizeof(gouji_rule), &good_page, create, check, destroy};

}  // namespace

extern "C" {

#if defined(NOTHING)
GOUJI_EXPORT extern const int some_other_symbol;
const int some_other_symbol = 1;

#elif defined(OTHER_MAJOR)
GOUJI_EXPORT extern const int gouji_plugin_v2;
const int gouji_plugin_v2 = 2;

#elif defined(NEWER_MINOR)
// What abi.h may look like after the roots have grown: longer, and otherwise the same.
struct LongRule {
    gouji_rule known;
    void* grown[4];
};
struct LongPlugin {
    gouji_plugin known;
    const char* homepage;
    void* grown[3];
};
static const LongRule long_rule{{sizeof(LongRule), &good_page, create, check, destroy}, {}};
static const gouji_rule* const rules[] = {&long_rule.known};
GOUJI_EXPORT extern const LongPlugin newer asm("gouji_plugin_v1");
const LongPlugin newer{
    {sizeof(LongPlugin), 7, GOUJI_TEXT("declared"), GOUJI_TEXT("2.0.0"), rules, 1}, "home", {}};

#elif defined(TINY_SIZE)
static const gouji_rule* const rules[] = {&good};
const gouji_plugin gouji_plugin_v1{7, 0, GOUJI_TEXT("declared"), GOUJI_TEXT("1.0.0"), rules, 1};

#elif defined(HUGE_SIZE)
static const gouji_rule* const rules[] = {&good};
const gouji_plugin gouji_plugin_v1{0xFFFFFFFFU,         0,     GOUJI_TEXT("declared"),
                                   GOUJI_TEXT("1.0.0"), rules, 1};

#elif defined(NO_ID)
static const gouji_rule* const rules[] = {&good};
const gouji_plugin gouji_plugin_v1{sizeof(gouji_plugin), 0,     {nullptr, 0},
                                   GOUJI_TEXT("1.0.0"),  rules, 1};

#elif defined(NO_RULES)
const gouji_plugin gouji_plugin_v1{sizeof(gouji_plugin), 0,       GOUJI_TEXT("declared"),
                                   GOUJI_TEXT("1.0.0"),  nullptr, 3};

#elif defined(BAD_RULES)
static const gouji_text null_text{nullptr, 0};
static const char broken_text[] = PAGE("declared/broken", "levle = \"note\"\n");
static const gouji_text broken_page{broken_text, sizeof broken_text - 1};
static const char foreign_text[] = PAGE("somebody/else", "");
static const gouji_text foreign_page{foreign_text, sizeof foreign_text - 1};
static const char bare_text[] = "no front matter at all";
static const gouji_text bare_page{bare_text, sizeof bare_text - 1};
static const gouji_rule no_page{sizeof(gouji_rule), nullptr, create, check, destroy};
static const gouji_rule null_page{sizeof(gouji_rule), &null_text, create, check, destroy};
static const gouji_rule broken{sizeof(gouji_rule), &broken_page, create, check, destroy};
static const gouji_rule foreign{sizeof(gouji_rule), &foreign_page, create, check, destroy};
static const gouji_rule bare{sizeof(gouji_rule), &bare_page, create, check, destroy};
static const gouji_rule no_check{sizeof(gouji_rule), &good_page, create, nullptr, destroy};
static const gouji_rule short_rule{4, &good_page, create, check, destroy};
static const gouji_rule* const rules[] = {&no_page,  &null_page, &broken,     &foreign, &bare,
                                          &no_check, nullptr,    &short_rule, &good,    &good};
const gouji_plugin gouji_plugin_v1{sizeof(gouji_plugin), 0,     GOUJI_TEXT("declared"),
                                   GOUJI_TEXT("1.0.0"),  rules, 10};

#elif defined(TWIN)
static const gouji_rule* const rules[] = {&good};
const gouji_plugin gouji_plugin_v1{sizeof(gouji_plugin), 0,     GOUJI_TEXT("declared"),
                                   GOUJI_TEXT("9.9.9"),  rules, 1};
#endif
}
