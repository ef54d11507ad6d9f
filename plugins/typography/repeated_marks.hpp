// Runs of stops and pauses: what stands twice, and what cannot stand together.
#pragma once

#include <gouji/paragraph.hpp>

#include <string>

namespace gouji::typography {

using sdk::Paragraph;

/// The full-width form of a mark that may be typed in half width; 0 for other characters.
[[nodiscard]] constexpr char16_t full_width_mark(char16_t c) {
    switch (c) {
        case u',':
            return u'，';
        case u';':
            return u'；';
        case u':':
            return u'：';
        case u'?':
            return u'？';
        case u'!':
            return u'！';
        case u'.':
        case u'｡':
            return u'。';
        default:
            return 0;
    }
}

/// The full-width form of a stop or pause, typed in either width; 0 for other characters. A half-
/// width full stop belongs to figures and dots as well.
[[nodiscard]] constexpr char16_t full_stop_mark(char16_t c) {
    if (c == u'.' || c == u'?' || c == u'!') return 0;
    const char16_t wide = full_width_mark(c) != 0 ? full_width_mark(c) : c;
    return wide == u'，' || wide == u'；' || wide == u'：' || wide == u'。' || wide == u'、' ? wide
                                                                                             : 0;
}

/// Calls each(from, to) for every run of two or more such marks outside addresses.
template <class Each>
void each_run(const Paragraph& paragraph, Each&& each) {
    std::size_t to = 0;  // of the last run
    for (const std::size_t i : paragraph.marks()) {
        const bool begins = i >= to && full_stop_mark(paragraph.at(i)) != 0 &&
                            full_stop_mark(paragraph.at(i + 1)) != 0;
        if (!begins || paragraph.in_address(i)) continue;
        to = i + 2;
        while (full_stop_mark(paragraph.at(to)) != 0) ++to;
        each(i, to);
    }
}

[[nodiscard]] inline bool all_same(const Paragraph& paragraph, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        if (full_stop_mark(paragraph.at(i)) != full_stop_mark(paragraph.at(from))) return false;
    }
    return true;
}

[[nodiscard]] inline std::string utf8(std::u16string_view text) {
    std::string out;
    for (const char16_t c : text) append(out, c);
    return out;
}

}  // namespace gouji::typography
