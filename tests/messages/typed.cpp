// Compiled once as it is, and once for each mistake below: those must not compile.
#include "typed.page.hpp"

using namespace gouji::sdk;
using namespace gouji::page::typed;

std::vector<std::string> words(const Options& options) { return options.words(list::units); }

void check(Document document, Sink sink) {
    const std::string line = "一行";
    sink.report({0, 3}, message::short_line{.count = 1, .line = line})
        .also({0, 0}, message::bare{})
        .fix(Safety::safe, message::bare{})
        .replace({0, 3}, "");
    static_cast<void>(document.hits(list::words));
#if defined(MISSPELT_MESSAGE)
    sink.report({0, 3}, message::short_lime{.count = 1, .line = line});
#elif defined(MISSPELT_PLACEHOLDER)
    sink.report({0, 3}, message::short_line{.count = 1, .lime = line});
#elif defined(MISSING_ARGUMENT)
    sink.report({0, 3}, message::short_line{.line = line});
#elif defined(MISSING_IN_RELATED)
    sink.report({0, 3}, message::bare{}).also({0, 0}, message::short_line{.count = 1});
#elif defined(MISSING_IN_FIX)
    sink.report({0, 3}, message::bare{}).fix(Safety::safe, message::short_line{});
#elif defined(MISSPELT_LIST)
    static_cast<void>(document.hits(list::word));
#elif defined(LIST_WITHOUT_SCAN)
    static_cast<void>(document.hits(list::units));
#endif
}
