#include "gouji/fix/edits.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

bool before(const Finding::Edit& a, const Finding::Edit& b) {
    if (a.replaced.begin != b.replaced.begin) return a.replaced.begin < b.replaced.begin;
    return a.replaced.end < b.replaced.end;
}

/// Two edits clash when they touch the same words, or put words into the same place.
bool clash(const Finding::Edit& a, const Finding::Edit& b) {
    if (overlap(a.replaced, b.replaced)) return true;
    const auto inside = [](Span point, Span whole) {
        return empty(point) && whole.begin <= point.begin && point.begin <= whole.end;
    };
    return inside(a.replaced, b.replaced) || inside(b.replaced, a.replaced);
}

bool clashes(const std::vector<Finding::Edit>& taken, const Finding::Edit& edit) {
    auto at = std::lower_bound(taken.begin(), taken.end(), edit, before);
    if (at != taken.end() && clash(*at, edit)) return true;
    return at != taken.begin() && clash(*std::prev(at), edit);
}

/// Stretches of whole lines that change, with what they become.
struct Hunk {
    std::size_t begin = 0;  ///< bytes
    std::size_t end = 0;
    std::string after;
};

std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

std::size_t lines_in(std::string_view text) {
    const auto ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return ends + (!text.empty() && text.back() != '\n' ? 1U : 0U);
}

void put_lines(std::string& out, char mark, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = line_end(text, 0);
        out += mark;
        out += text.substr(0, end);
        if (out.back() != '\n') out += "\n\\ No newline at end of file\n";
        text.remove_prefix(end);
    }
}

std::vector<Hunk> hunks_of(std::string_view text, std::span<const Finding::Edit> edits) {
    std::vector<Hunk> out;
    std::size_t written = 0;
    for (const Finding::Edit& edit : edits) {
        const std::size_t begin = line_begin(text, edit.replaced.begin);
        if (out.empty() || begin >= out.back().end) {
            if (!out.empty()) out.back().after += text.substr(written, out.back().end - written);
            out.push_back({begin, begin, {}});
            written = begin;
        }
        Hunk& hunk = out.back();
        hunk.after += text.substr(written, edit.replaced.begin - written);
        hunk.after += edit.by;
        written = edit.replaced.end;
        // A replaced line end joins the next line to the hunk.
        hunk.end = std::max(hunk.end, line_end(text, std::max<std::size_t>(edit.replaced.end, 1) -
                                                         (empty(edit.replaced) ? 0 : 1)));
        if (edit.replaced.end > edit.replaced.begin && text[edit.replaced.end - 1] == '\n')
            hunk.end = line_end(text, edit.replaced.end);
    }
    if (!out.empty()) out.back().after += text.substr(written, out.back().end - written);
    return out;
}

}  // namespace

std::vector<Finding::Edit> safe_edits(std::span<const Finding* const> findings) {
    std::vector<Finding::Edit> taken;
    for (const Finding* finding : findings) {
        for (const Finding::Fix& fix : finding->fixes) {
            if (!fix.safe || fix.edits.empty()) continue;
            const bool free = std::none_of(fix.edits.begin(), fix.edits.end(),
                                           [&](const auto& edit) { return clashes(taken, edit); });
            if (free) {
                for (const Finding::Edit& edit : fix.edits) {
                    taken.insert(std::upper_bound(taken.begin(), taken.end(), edit, before), edit);
                }
            }
            break;  // one fix a finding
        }
    }
    return taken;
}

std::string apply_edits(std::string_view text, std::vector<Finding::Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Finding::Edit& a, const Finding::Edit& b) {
                         return a.replaced.begin < b.replaced.begin;
                     });
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    for (const Finding::Edit& edit : edits) {
        if (edit.replaced.begin < at) continue;
        out += text.substr(at, edit.replaced.begin - at);
        out += edit.by;
        at = edit.replaced.end;
    }
    return out += text.substr(at);
}

std::vector<Finding::Edit> compose_edits(std::span<const Finding::Edit> first,
                                         std::span<const Finding::Edit> then) {
    // The text between the two, as pieces: kept from the beginning, or put in.
    struct Piece {
        bool kept;
        std::uint32_t at;  // of the original, for kept ones
        std::uint32_t size;
        std::string put;
    };
    std::vector<Piece> pieces;
    std::uint32_t at = 0;
    for (const Finding::Edit& edit : first) {
        if (edit.replaced.begin > at) pieces.push_back({true, at, edit.replaced.begin - at, {}});
        if (!edit.by.empty())
            pieces.push_back({false, 0, static_cast<std::uint32_t>(edit.by.size()), edit.by});
        at = edit.replaced.end;
    }
    pieces.push_back({true, at, UINT32_MAX - at, {}});  // to the end, wherever that is

    std::vector<Piece> out;
    std::size_t piece = 0;
    std::uint32_t inside = 0;  // bytes of pieces[piece] that are dealt with
    std::uint32_t now = 0;
    const auto pass = [&](std::uint32_t to, bool keep) {
        while (now < to && piece < pieces.size()) {
            const Piece& one = pieces[piece];
            const std::uint32_t step = std::min(one.size - inside, to - now);
            if (keep && step > 0) {
                out.push_back({one.kept, one.at + inside, step,
                               one.kept ? std::string() : one.put.substr(inside, step)});
            }
            inside += step;
            now += step;
            if (inside == one.size) {
                ++piece;
                inside = 0;
            }
        }
    };
    for (const Finding::Edit& edit : then) {
        pass(edit.replaced.begin, true);
        if (!edit.by.empty())
            out.push_back({false, 0, static_cast<std::uint32_t>(edit.by.size()), edit.by});
        pass(edit.replaced.end, false);
    }
    for (; piece < pieces.size(); ++piece, inside = 0) {
        const Piece& one = pieces[piece];
        out.push_back({one.kept, one.at + inside, one.size - inside,
                       one.kept ? std::string() : one.put.substr(inside)});
    }

    std::vector<Finding::Edit> edits;
    std::uint32_t original = 0;
    std::string put;
    for (const Piece& one : out) {
        if (!one.kept) {
            put += one.put;
            continue;
        }
        if (one.at > original || !put.empty())
            edits.push_back({{original, one.at}, std::exchange(put, {})});
        original = one.at + one.size;
    }
    return edits;
}

std::string unified_diff(std::string_view text, std::span<const Finding::Edit> edits,
                         std::string_view name) {
    constexpr int context = 3;
    std::vector<Hunk> hunks = hunks_of(text, edits);
    std::erase_if(hunks, [&](const Hunk& hunk) {
        return text.substr(hunk.begin, hunk.end - hunk.begin) == hunk.after;
    });
    if (hunks.empty()) return {};

    std::string out = "--- a/" + std::string(name) + "\n+++ b/" + std::string(name) + "\n";
    std::ptrdiff_t shift = 0;
    for (std::size_t first = 0; first < hunks.size();) {
        std::size_t begin = hunks[first].begin;
        for (int i = 0; i < context && begin > 0; ++i) begin = line_begin(text, begin - 1);
        std::string body;
        std::size_t at = begin;
        std::size_t end = 0;
        std::size_t last = first;
        std::size_t added = 0;
        for (;; ++last) {  // hunks whose context meets are printed as one
            const Hunk& hunk = hunks[last];
            put_lines(body, ' ', text.substr(at, hunk.begin - at));
            put_lines(body, '-', text.substr(hunk.begin, hunk.end - hunk.begin));
            put_lines(body, '+', hunk.after);
            added +=
                lines_in(hunk.after) - lines_in(text.substr(hunk.begin, hunk.end - hunk.begin));
            at = hunk.end;
            end = at;
            for (int i = 0; i < context && end < text.size(); ++i) end = line_end(text, end);
            if (last + 1 == hunks.size()) break;
            std::size_t next = hunks[last + 1].begin;
            for (int i = 0; i < context && next > 0; ++i) next = line_begin(text, next - 1);
            if (next > end) break;
        }
        put_lines(body, ' ', text.substr(at, end - at));
        const auto from =
            static_cast<std::ptrdiff_t>(
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) +
            1;
        const std::size_t old_lines = lines_in(text.substr(begin, end - begin));
        const std::size_t new_lines = old_lines + added;
        out += "@@ -" + std::to_string(from) + "," + std::to_string(old_lines) + " +" +
               std::to_string(from + shift) + "," + std::to_string(new_lines) + " @@\n" + body;
        shift += static_cast<std::ptrdiff_t>(new_lines) - static_cast<std::ptrdiff_t>(old_lines);
        first = last + 1;
    }
    return out;
}

}  // namespace gouji
