// Long figures in the text of a report, wherever they stand: prose, tables, residue.
#pragma once

#include <gouji/once.hpp>
#include <gouji/sdk.hpp>
#include <gouji/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::privacy {

[[nodiscard]] constexpr bool is_word_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A run of letters and digits that stands alone: no other letter, digit, mask or mark of an
/// address touches it.
struct Run {
    std::size_t at = 0;
    std::string_view text;
    std::string_view before;  ///< as before_in_line has it
};

/// What stands in front of a place in its line, at most some forty characters.
[[nodiscard]] inline std::string_view before_in_line(std::string_view text, std::size_t at) {
    constexpr std::size_t reach = 120;  // bytes
    const std::size_t from = at > reach ? at - reach : 0;
    const std::string_view near = text.substr(from, at - from);
    return near.substr(near.rfind('\n') + 1);  // npos + 1 is 0
}

/// Whether a character beside a run shows that it is part of something longer: an index number, an
/// address, a masked number.
[[nodiscard]] constexpr bool belongs(char c) {
    constexpr std::string_view marks = "*-_/.@=&?%#+:";
    return marks.find(c) != std::string_view::npos;
}

/// Every run that begins with a digit and has as many bytes as a mobile number or more.
[[nodiscard]] inline std::vector<Run> digit_runs(const sdk::Document& document) {
    constexpr std::size_t least = 11;
    const std::string_view text = document.text(document.extent());
    std::vector<Run> runs;
    for (std::size_t at = behind_han(text, 0); at < text.size(); at = behind_han(text, at)) {
        if (!is_word_byte(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_word_byte(text[end])) ++end;
        if (end - at < least || !is_digit(static_cast<unsigned char>(text[at]))) {
            at = end;
            continue;
        }
        // A colon in front introduces the number; inside an address it does not stand alone.
        const bool led = at > 0 && text[at - 1] != ':' && belongs(text[at - 1]);
        const bool followed = end + 1 < text.size() && belongs(text[end]) && text[end] != ':' &&
                              !(text[end] == '.' && !is_word_byte(text[end + 1]));
        if (!led && !followed) {
            runs.push_back({at, text.substr(at, end - at), before_in_line(text, at)});
        }
        at = end;
    }
    return runs;
}

/// Calls each(run) for every run of at least `least` bytes, eleven or more.
template <class Each>
void each_run(const sdk::Document& document, std::size_t least, Each&& each) {
    for (const Run& run : sdk::once<digit_runs>(document)) {
        if (run.text.size() >= least) each(run);
    }
}

/// Whether one of the words stands within some twenty characters in front.
template <class Words>
[[nodiscard]] bool led_by(std::string_view before, const Words& words) {
    constexpr std::size_t reach = 60;  // bytes
    const std::string_view near = before.substr(before.size() > reach ? before.size() - reach : 0);
    for (const std::string_view word : words) {
        if (near.find(word) != std::string_view::npos) return true;
    }
    return false;
}

/// The number with its middle hidden: messages must not spread what they complain about.
[[nodiscard]] inline std::string masked(std::string_view number, std::size_t head,
                                        std::size_t tail) {
    std::string out(number.substr(0, head));
    out.append(number.size() - head - tail, '*');
    return out.append(number.substr(number.size() - tail));
}

}  // namespace gouji::privacy
