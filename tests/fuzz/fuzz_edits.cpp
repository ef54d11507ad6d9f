// Edits of a text: made together, after one another, and shown as a diff. The first bytes say which
// edits; the rest is the text.
#include "gouji/fix/edits.hpp"

#include <algorithm>

#include "fuzz/target.hpp"

namespace {

using namespace gouji;
using Edits = std::vector<Finding::Edit>;

/// Sorted edits inside a text, none overlapping another.
Edits edits_from(std::string_view& bytes, std::size_t size) {
    const auto next = [&] {
        const auto byte = bytes.empty() ? 0U : static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(std::min<std::size_t>(1, bytes.size()));
        return byte;
    };
    Edits out;
    std::size_t at = 0;
    for (unsigned count = next() % 5; count > 0; --count) {
        const std::size_t begin = std::min(size, at + next() % 40);
        const std::size_t end = std::min(size, begin + next() % 12);
        if (!out.empty() && begin == out.back().replaced.end) continue;
        out.push_back(
            {span_of(begin, end), std::string(next() % 4, 'x') + (next() % 3 == 0 ? "\n" : "")});
        at = end;
    }
    return out;
}

/// The text that a unified diff makes of `text`, read as patch(1) reads it.
std::string patched(std::string_view text, const std::string& diff) {
    std::vector<std::string_view> lines;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    std::string out;
    std::size_t line = 0;
    std::string_view rest = diff;
    char last = ' ';
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        const std::string_view row = rest.substr(0, end);
        rest.remove_prefix(end);
        if (row.starts_with("--- ") || row.starts_with("+++ ")) continue;
        if (row.starts_with("@@ ")) {
            std::size_t from = std::stoul(std::string(row.substr(4)));
            const std::size_t comma = row.find(',');
            const bool none = comma < row.find(' ', 4) && row.substr(comma + 1, 1) == "0";
            from = none ? from + 1 : from;
            while (line + 1 < from && line < lines.size()) out += lines[line++];
            continue;
        }
        const bool no_end = rest.starts_with("\\ ");
        if (row.front() == '\\') continue;
        const std::string_view words = row.substr(1, row.size() - (no_end ? 2 : 1));
        last = row.front();
        if (last != '+') {
            fuzz::demand(line < lines.size() && lines[line] == words, "a diff shows the text");
            ++line;
        }
        if (last != '-') out += words;
    }
    while (line < lines.size()) out += lines[line++];
    return out;
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    std::string out = "\x03\x05\x02\x01\x01\x07\x03\x02\x01\x09\x02\x01\x01";
    for (std::uint32_t i = 0; i < number % 5 + 1; ++i) out += "一行\n第二行 two\n\n三\n";
    return out;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string_view text = bytes.substr(std::min<std::size_t>(40, bytes.size()));
    bytes = bytes.substr(0, std::min<std::size_t>(40, bytes.size()));
    if (text.find('\r') != std::string_view::npos) return 0;
    const Edits first = edits_from(bytes, text.size());
    const std::string once = apply_edits(text, first);
    const Edits then = edits_from(bytes, once.size());
    const std::string twice = apply_edits(once, then);
    const Edits both = compose_edits(first, then);
    fuzz::demand(apply_edits(text, both) == twice,
                 "edits after one another are as good as together");
    fuzz::demand(std::is_sorted(both.begin(), both.end(),
                                [](const auto& a, const auto& b) {
                                    return a.replaced.begin < b.replaced.begin;
                                }),
                 "composed edits are sorted");
    fuzz::demand(patched(text, unified_diff(text, both, "a.txt")) == twice,
                 "a diff makes the changed text");
    return 0;
}
