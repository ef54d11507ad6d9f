// A plugin that misbehaves when it is loaded, made or left; how and when, macros say. With IMITATES
// it bears another's name.

#include <gouji/abi.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

[[maybe_unused]] void misbehave() {
#if defined(EXITS)
    std::exit(0);
#elif defined(PRINTS)
    std::puts("hello");
#else
    std::raise(SIGSEGV);
#endif
}

struct Early {
    Early() {
#if defined(AT_LOAD)
        misbehave();
#endif
    }
    ~Early() {
#if defined(AT_END)
        misbehave();
#endif
    }
} const early;

void* GOUJI_CALL create(const gouji_host*, const gouji_options*, gouji_sink*) {
#if defined(AT_CREATE)
    misbehave();
#endif
    static int self = 0;
    return &self;
}
void GOUJI_CALL check(const void*, const gouji_document*, gouji_sink*) {}
void GOUJI_CALL destroy(void*) {
#if defined(AT_DESTROY)
    misbehave();
#endif
}

#if defined(IMITATES)
#define PLUGIN "wording"
#define RULE "wording/law-name"
#else
#define PLUGIN "loading"
#define RULE "loading/a"
#endif
const char words[] =
    "+++\nid = \"" RULE
    "\"\nname = { zh = \"名\", en = \"n\" }\nsummary = { zh = \"总\", en = "
    "\"s\" }\n"
    "level = \"note\"\nnative = true\n[messages.found]\nzh = \"找到\"\nen = \"found\"\n+++\n";
const gouji_text page{words, sizeof(words) - 1};
const gouji_rule rule{sizeof(gouji_rule), &page, create, check, destroy};
const gouji_rule* const rules[] = {&rule};

}  // namespace

extern "C" const gouji_plugin gouji_plugin_v1{
    sizeof(gouji_plugin), GOUJI_ABI_MINOR, GOUJI_TEXT(PLUGIN), GOUJI_TEXT("1.0.0"), rules, 1};
