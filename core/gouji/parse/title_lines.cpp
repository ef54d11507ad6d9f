#include "gouji/parse/title_lines.hpp"

#include "gouji/parse/boilerplate.hpp"
#include "gouji/scan/agency.hpp"
#include "gouji/scan/closing_date.hpp"
#include "gouji/scan/numeral.hpp"
#include <gouji/utf8.hpp>

#include <string>

namespace gouji {
namespace {

constexpr std::size_t most_lines = 4;
constexpr std::uint32_t longest_line = 60;

bool has_year(std::string_view words) {
    for (std::size_t at = words.find("年"); at != std::string_view::npos;
         at = words.find("年", at + 3)) {
        std::size_t digits = 0;
        std::size_t begin = at;
        while (digits < 4) {
            const Char c = char_before(words, begin);
            if (c.size == 0) break;
            begin -= c.size;
            if (is_blank(c.code)) continue;
            const bool counts = is_digit(half_width(c.code)) ||
                                han_numeral(words.substr(begin, c.size), 0).size != 0;
            if (!counts) break;
            ++digits;
        }
        if (digits == 4) return true;
    }
    return false;
}

bool has_subject(std::string_view words) {
    return words.find("信息公开") != std::string_view::npos ||
           words.find("政务公开") != std::string_view::npos;
}

/// The line without a bracket at its end: “（本级机关）”.
std::string_view without_bracket(std::string_view words) {
    for (const auto& [open, close] : {std::pair{std::string_view("（"), std::string_view("）")},
                                      std::pair{std::string_view("("), std::string_view(")")}}) {
        const std::size_t at = words.rfind(open);
        if (words.ends_with(close) && at != std::string_view::npos && at != 0)
            return trimmed(words.substr(0, at));
    }
    return words;
}

bool ends_title(std::string_view words) {
    words = without_bracket(words);
    return words.ends_with("报告") || words.ends_with("年报");
}

bool is_bracketed(const ProseLine& line) {
    const char32_t first = char_at(line.words, 0).code;
    return line.chars <= 14 && (first == U'（' || first == '(') &&
           (line.last == U'）' || line.last == ')');
}

bool is_attachment_label(std::string_view words) {
    constexpr std::string_view label = "附件";
    return words.starts_with(label) && length(words) <= 6;
}

/// A line that may be part of a title, were it not for what web pages print.
bool reads_like_title(const ProseLine& line) {
    if (!line.open() || line.chars > longest_line || line.sentence) return false;
    switch (line.last) {
        case U'。':
        case U'；':
        case U'：':
        case U'，':
        case ':':
        case ';':
            return false;
        default:
            break;
    }
    return line.words.find("，") == std::string_view::npos && !is_attachment_label(line.words);
}

bool may_be_title(const ProseLine& line) {
    return reads_like_title(line) && !is_page_boilerplate(line.words);
}

/// A title folded after “政府信息公开” has a line that elsewhere is a page's button.
bool may_go_on_above(const ProseLine& line) {
    return may_be_title(line) ||
           (reads_like_title(line) &&
            (line.words == "政府信息公开" || line.words == "信息公开" || line.words == "政务公开"));
}

/// Lines [begin, end) read as one title.
struct Candidate {
    std::size_t begin = 0;
    std::size_t end = 0;
    int score = -1;
    std::string words;
};

/// Something stands in front of year and subject.
bool has_agency(std::string_view words) {
    std::size_t end = words.find("政府信息公开");
    if (end == std::string_view::npos) end = words.find("信息公开");
    if (end == std::string_view::npos) end = words.find("政务公开");
    if (end == std::string_view::npos) end = words.size();
    for (std::size_t at = 0; at < end;) {
        const Char c = char_at(words, at);
        at += c.size;
        if (!is_han(c.code) || c.code == U'年' || c.code == U'度' ||
            han_numeral(words.substr(at - c.size, c.size), 0).size != 0)
            continue;
        return true;
    }
    return false;
}

std::size_t digits_at_start(std::string_view words) {
    std::size_t count = 0;
    while (count < words.size() && is_digit(static_cast<unsigned char>(words[count]))) ++count;
    return count;
}

std::size_t digits_at_end(std::string_view words) {
    std::size_t count = 0;
    while (count < words.size() &&
           is_digit(static_cast<unsigned char>(words[words.size() - 1 - count])))
        ++count;
    return count;
}

/// A year broken over two lines: “云岭县人民政府20” above “24年政府信息公开…”.
bool splits_year(std::string_view above, std::string_view below) {
    const std::size_t rest = digits_at_start(below);
    const std::size_t first = digits_at_end(above);
    return first != 0 && first + rest == 4 && below.substr(rest).starts_with("年");
}

bool is_wanted_above(const ProseLine& line, std::string_view below) {
    if (splits_year(line.words, below)) return true;
    if (!has_subject(below)) return true;
    if (!has_year(below) && has_year(line.words)) return true;
    return !has_agency(below) && line.chars <= 30 &&
           (ends_like_agency(line.words) || has_year(line.words));
}

Candidate candidate_ending_at(std::span<const ProseLine> front, std::size_t last) {
    Candidate out{last, last + 1, 0, std::string(front[last].words)};
    while (out.begin != 0 && out.end - out.begin < most_lines) {
        const ProseLine& above = front[out.begin - 1];
        if (!may_go_on_above(above) || ends_title(above.words) ||
            !is_wanted_above(above, out.words))
            break;
        out.words.insert(0, above.words);
        --out.begin;
    }
    if (out.end < front.size() && is_bracketed(front[out.end]) && front[out.end].open() &&
        !is_date_alone(front[out.end].words)) {
        out.words.append(front[out.end].words);
        ++out.end;
    }
    out.score = (has_subject(out.words) ? 4 : 0) + (has_year(out.words) ? 2 : 0) +
                (has_agency(out.words) ? 2 : 0) +
                (without_bracket(out.words).ends_with("年度报告") ? 1 : 0);
    return out;
}

/// The title that is none: in front of chapters stands a line that names a year or an agency.
Candidate odd_title(std::span<const ProseLine> front) {
    for (std::size_t i = 0; i < front.size(); ++i) {
        const ProseLine& line = front[i];
        if (!may_be_title(line) || line.chars < 5 || line.ordinal.style != GOUJI_ORDINAL_NONE)
            continue;
        if (!has_year(line.words) && !has_subject(line.words) && !line.words.ends_with("总结"))
            continue;
        if (is_date_alone(line.words)) continue;
        return {i, i + 1, 1, std::string(line.words)};
    }
    return {};
}

}  // namespace

std::size_t mark_title(std::span<ProseLine> front, bool chapters) {
    Candidate best;
    std::size_t candidates = 0;
    for (std::size_t i = 0; i < front.size(); ++i) {
        if (!may_be_title(front[i]) || !ends_title(front[i].words)) continue;
        Candidate next = candidate_ending_at(front, i);
        ++candidates;
        // Of two that are as good, the lower stands nearer to the text.
        if (next.score >= best.score) best = std::move(next);
    }
    if (best.score < 4 && !(chapters && best.score > 0)) {
        best = chapters ? odd_title(front) : Candidate{};
    }
    if (best.score < 0) return 0;
    if (candidates > 1) {  // a page may print it twice
        for (std::size_t i = 0; i < best.begin; ++i) {
            if (!may_be_title(front[i]) || !ends_title(front[i].words)) continue;
            const Candidate twin = candidate_ending_at(front, i);
            if (twin.words != best.words) continue;
            for (std::size_t k = twin.begin; k < twin.end; ++k) front[k].is(GOUJI_KIND_TITLE);
        }
    }
    for (std::size_t i = best.begin; i < best.end; ++i) front[i].is(GOUJI_KIND_TITLE);
    for (ProseLine& line : front.first(best.begin)) {
        if (line.open() && line.chars <= longest_line && !line.sentence && line.last != U'。') {
            line.is(GOUJI_KIND_RESIDUE);
        }
    }
    return best.end;
}

}  // namespace gouji
