#include "gouji/text/unicode.hpp"

#include <gouji/utf8.hpp>

#include <memory>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

namespace gouji {
namespace {

std::uint32_t width_of(char32_t code) {
    if (code >= 0x20 && code < 0x7F) return 1;
    if (code >= 0x4E00 && code <= 0x9FFF) return 2;
    const auto c = static_cast<UChar32>(code);
    if (code == '\t') return 1;
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
        case U_CONTROL_CHAR:
            return 0;
        default:
            break;
    }
    const int32_t east = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
}

struct CloseBreaks {
    void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};
using Breaks = std::unique_ptr<UBreakIterator, CloseBreaks>;

/// Opening one loads the dictionary, so each thread that asks opens one and keeps it.
UBreakIterator* breaks_of_this_thread() {
    thread_local const Breaks breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        Breaks opened(ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status));
        return U_SUCCESS(status) ? std::move(opened) : Breaks();
    }();
    return breaks.get();
}

}  // namespace

std::uint32_t width(std::string_view text) {
    std::uint32_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        columns += width_of(c.code);
        at += c.size;
    }
    return columns;
}

void words(std::string_view text, void* user, void (*word)(void* user, Span span)) {
    UBreakIterator* breaks = breaks_of_this_thread();
    if (breaks == nullptr || text.empty()) return;
    UErrorCode status = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text.data(), static_cast<int64_t>(text.size()), &status);
    ubrk_setUText(breaks, &source, &status);
    if (U_SUCCESS(status)) {
        int32_t begin = ubrk_first(breaks);
        for (int32_t end = ubrk_next(breaks); end != UBRK_DONE; end = ubrk_next(breaks)) {
            if (ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT) {
                word(user, span_of(static_cast<std::size_t>(begin), static_cast<std::size_t>(end)));
            }
            begin = end;
        }
    }
    // The iterator keeps a shallow clone; give it an empty text before this one goes.
    UText none = UTEXT_INITIALIZER;
    status = U_ZERO_ERROR;
    utext_openUTF8(&none, "", 0, &status);
    ubrk_setUText(breaks, &none, &status);
    utext_close(&none);
    utext_close(&source);
}

}  // namespace gouji
