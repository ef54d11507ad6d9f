#include "slips.hpp"

#include <gouji/paragraph.hpp>
#include <gouji/utf8.hpp>

#include <algorithm>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "clean_runs.hpp"
#include "near_miss.hpp"
#include "slip_search.hpp"
#include "wording_tables.hpp"

namespace gouji::wording {
namespace {

/// Scores from which a slip is a warning, and from which it is worth a note. Chosen for one and
/// three false alarms in 100,000 characters of official prose that the trees had not seen.
constexpr float sure_score = 5.3F;
constexpr float note_score = 4.65F;
/// A phrase of this length is so special that it speaks for itself where there is no table.
constexpr std::uint32_t telling = 6;

SlipKind kind_of(Likeness likeness) {
    switch (likeness) {
        case Likeness::shape:
            return SlipKind::shape;
        case Likeness::near_sound:
            return SlipKind::near_sound;
        default:
            return SlipKind::sound;
    }
}

/// 70 where a note begins, 85 where a warning does, never certain.
std::uint32_t rank_of(float score) {
    const float rank = 70 + 15 * (score - note_score) / (sure_score - note_score);
    return static_cast<std::uint32_t>(std::clamp(rank, 70.0F, 99.0F));
}

class Finder {
public:
    explicit Finder(const sdk::Document& document)
        : text_(document.prose().text()),
          prose_(sdk::once<sdk::wide_prose>(document)),
          search_(slip_table()) {}

    std::vector<Slip> find() {
        for (const sdk::WideProse::Part& part : prose_.paragraphs) {
            std::uint32_t begin = part.characters.begin;
            for (std::uint32_t i = part.marks.begin; i < part.marks.end; ++i) {
                const std::uint32_t mark = part.characters.begin + prose_.marks[i];
                runs(begin, mark);
                begin = mark + 1;
            }
            runs(begin, part.characters.end);
        }
        return std::move(slips_);
    }

private:
    /// No sentence has so many characters without a mark; the search takes time and memory by the
    /// square of them.
    void runs(std::uint32_t begin, std::uint32_t end) {
        constexpr std::uint32_t longest = 500;
        for (; end - begin > longest; begin += longest) run(begin, begin + longest);
        run(begin, end);
    }

    /// Han characters only.
    void run(std::uint32_t begin, std::uint32_t end) {
        if (begin + 2 > end) return;
        thread_local CleanRuns clean;
        const auto codes = std::span(prose_.wide.codes).subspan(begin, end - begin);
        const std::uint64_t hash = SlipHash::of(codes);
        if (clean.holds(hash)) return;
        const std::span<const NearMiss> misses = near_.find(codes);
        const bool told =
            slip_table().empty() ? long_phrases(begin, misses) : search(begin, codes, misses);
        if (!told) clean.add(hash);
    }

    /// Whether anything was found, told or excused by what stands around the run.
    bool search(std::uint32_t begin, std::span<const char16_t> codes,
                std::span<const NearMiss> misses) {
        proposals_.clear();
        for (const NearMiss& miss : misses)
            proposals_.push_back({miss.changed, miss.right, kind_of(miss.likeness)});
        const std::size_t first = slips_.size();
        bool found = false;
        for (const SlipCandidate& candidate : search_.find(codes, proposals_)) {
            if (candidate.score < note_score) continue;
            found = true;
            const auto [from, to] = shown(codes, candidate);
            if (names_place(codes, from, to) || follows_pattern(codes, candidate) ||
                plays_on_word(begin, begin + codes.size(), codes, candidate))
                continue;
            Slip slip =
                make(begin + from, begin + to, begin + candidate.at, candidate.replacement());
            if (legit(begin + candidate.at, begin + candidate.at + candidate.size)) continue;
            slip.kind = candidate.kind;
            slip.rank = rank_of(candidate.score);
            slip.sure = candidate.score >= sure_score;
            slips_.push_back(std::move(slip));
        }
        std::ranges::sort(slips_.begin() + static_cast<std::ptrdiff_t>(first), slips_.end(), {},
                          &Slip::at);
        return found;
    }

    /// The shortest word that the replacement makes: of 主动公天, 公天. Else all that it changes.
    [[nodiscard]] static std::pair<std::size_t, std::size_t> shown(std::span<const char16_t> run,
                                                                   const SlipCandidate& candidate) {
        const auto [words_begin, words_end] = std::pair(candidate.words.begin, candidate.words.end);
        std::u16string text(run.begin() + static_cast<std::ptrdiff_t>(words_begin),
                            run.begin() + static_cast<std::ptrdiff_t>(words_end));
        const std::size_t at = candidate.at - words_begin;
        text.replace(at, candidate.size, candidate.right, candidate.size);
        const std::size_t end = at + candidate.size;
        for (std::size_t size = std::max<std::size_t>(2, candidate.size); size < text.size();
             ++size) {
            std::uint32_t most = 0;
            std::size_t best = 0;
            for (std::size_t i = end - std::min(end, size); i <= at && i + size <= text.size();
                 ++i) {
                const std::uint32_t count =
                    slip_table().word(SlipHash::of(std::span(text).subspan(i, size))).count;
                if (count > most) std::tie(most, best) = std::pair(count, i);
            }
            if (most != 0) return {words_begin + best, words_begin + best + size};
        }
        return {words_begin, words_end};
    }

    /// 县府政路, 马坪村, 宁福铁路: two characters in front of these are a name.
    [[nodiscard]] static bool names_place(std::span<const char16_t> run, std::size_t begin,
                                          std::size_t end) {
        constexpr std::u16string_view places = u"路街巷弄村寨屯镇乡桥铁湖河山岛港";
        return end - begin == 2 && end < run.size() &&
               places.find(run[end]) != std::u16string_view::npos;
    }

    /// 自查自改, 越开越大: with the same character in front of both, the two are free.
    [[nodiscard]] static bool follows_pattern(std::span<const char16_t> run,
                                              const SlipCandidate& candidate) {
        const std::size_t at = candidate.at;
        if (candidate.size != 1 || at == 0) return false;
        return (at >= 3 && run[at - 1] == run[at - 3]) ||
               (at + 1 < run.size() && run[at - 1] == run[at + 1]);
    }

    /// “悦读云岭”: a name in quotation marks that plays on the sound of a word. Where the marks
    /// hold nothing but the word, it is a slip.
    [[nodiscard]] bool plays_on_word(std::size_t begin, std::size_t end,
                                     std::span<const char16_t> run,
                                     const SlipCandidate& candidate) const {
        constexpr std::size_t longest_name = 8;
        if (candidate.kind == SlipKind::shape || candidate.kind == SlipKind::swapped) return false;
        if (run.size() > longest_name || begin == 0 || end >= prose_.wide.size()) return false;
        if (prose_.wide.codes[begin - 1] != u'“' || prose_.wide.codes[end] != u'”') return false;
        std::u16string right(run.begin(), run.end());
        right.replace(candidate.at, candidate.size, candidate.right, candidate.size);
        return slip_table().word(SlipHash::of(std::span(right))).count == 0;
    }

    /// Without a table. Whether anything was found.
    bool long_phrases(std::uint32_t begin, std::span<const NearMiss> misses) {
        std::size_t told = 0;  // one past the last character told of
        for (const NearMiss& miss : misses) {
            if (miss.size < telling || miss.changed < told) continue;
            const std::size_t at = begin + miss.at;
            const std::size_t changed = begin + miss.changed;
            if (legit(changed, changed + 1)) continue;
            Slip slip = make(at, at + miss.size, changed, {&miss.right, 1});
            slip.kind = kind_of(miss.likeness);
            slips_.push_back(std::move(slip));
            told = miss.changed + 1;
        }
        return !misses.empty();
    }

    [[nodiscard]] Slip make(std::size_t begin, std::size_t end, std::size_t changed,
                            std::span<const char16_t> right) const {
        const auto& offsets = prose_.wide.offsets;
        Slip slip;
        slip.at = offsets[begin];
        slip.size = offsets[end] - slip.at;
        slip.changed_at = offsets[changed];
        slip.changed_size = offsets[changed + right.size()] - slip.changed_at;
        for (const char16_t c : right) append(slip.right_characters, c);
        slip.right = std::string(text_.substr(slip.at, slip.size));
        slip.right.replace(slip.changed_at - slip.at, slip.changed_size, slip.right_characters);
        return slip;
    }

    /// Whether a listed string that is right although it looks like a slip covers the place, or one
    /// that wording/term speaks of.
    [[nodiscard]] bool legit(std::size_t begin, std::size_t end) const {
        return covered(legit_windows.index, begin, end) || covered(term_pairs.index, begin, end);
    }
    [[nodiscard]] bool covered(const TermIndex& strings, std::size_t begin, std::size_t end) const {
        constexpr std::size_t reach = 12;
        const auto& offsets = prose_.wide.offsets;
        const std::size_t from = offsets[begin - std::min(begin, reach)];
        const std::size_t to = offsets[std::min(prose_.wide.size(), end + reach)];
        bool found = false;
        strings.scan(text_.substr(from, to - from), [&](std::size_t at, const TermRecord& term) {
            found = found || (from + at < offsets[end] && from + at + term.size > offsets[begin]);
        });
        return found;
    }

    std::string_view text_;
    const sdk::WideProse& prose_;
    NearMissSearch near_;
    SlipSearch search_;
    std::vector<SlipProposal> proposals_;
    std::vector<Slip> slips_;
};

}  // namespace

std::vector<Slip> find_slips(const sdk::Document& document) { return Finder(document).find(); }

}  // namespace gouji::wording
