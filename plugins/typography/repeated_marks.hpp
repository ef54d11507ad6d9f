// Runs of stops and pauses: what stands twice, and what cannot stand together.
#pragma once

#include <gouji/paragraph.hpp>

#include <string>

namespace gouji::typography {

using sdk::Paragraph;

/// The full-width form of a stop or pause that may be typed in half width; 0 for other characters.
[[nodiscard]] constexpr char16_t full_stop_mark(char16_t c) {
    switch (c) {
        case u'，':
        case u',':
            return u'，';
        case u'；':
        case u';':
            return u'；';
        case u'：':
        case u':':
            return u'：';
        case u'。':
        case u'｡':
            return u'。';
        case u'、':
            return u'、';
        default:
            return 0;
    }
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
