#include "slip_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace gouji::wording {
namespace {

constexpr std::u16string_view numerals = u"〇一二三四五六七八九十百千万亿两零";
/// What the reading and the n-grams have to gain at least. Of a thousand slips that score enough
/// for a note some five gain less; most of what else is thought of does.
constexpr float least_word_gain = 3.0F;
constexpr float least_homophone_gain = 1.2F;
constexpr float least_gram_gain = 1.5F;
/// A word of two characters that is more frequent is not taken for two of which one is wrong.
constexpr float settled_share = -4.6F;
/// What the most frequent words of several characters cost.
constexpr float cheapest_word = 2.8F;
/// Characters of an n-gram that a wrong character spoils.
constexpr std::size_t behind = SlipTable::longest_gram - 1;

bool is_numeral(char16_t c) { return numerals.find(c) != std::u16string_view::npos; }

}  // namespace

std::span<const SlipCandidate> SlipSearch::find(std::span<const char16_t> run,
                                                std::span<const SlipProposal> proposals) {
    all_.clear();
    best_.clear();
    if (run.size() < 2) return best_;
    lattice_.read(run);
    grams_.assign(run.size(), {});
    for (std::size_t at = 0; at < run.size(); ++at) {
        const SlipLattice::Word& word = lattice_.word_at(at);
        if (doubtful(at)) propose_at(at);
        if (word.offset == 0 && word.size >= 2 && word.size <= 4) propose_words(at, word.size);
    }
    for (const SlipProposal& proposal : proposals) {
        if (!known(proposal.at, {&proposal.right, 1}))
            propose(proposal.at, {&proposal.right, 1}, proposal.kind);
    }
    std::ranges::stable_sort(all_, std::ranges::greater{}, &SlipCandidate::gain);
    for (const SlipCandidate& candidate : all_) {
        const bool told = std::ranges::any_of(best_, [&](const SlipCandidate& better) {
            return candidate.at < better.at + better.size + 1U &&
                   better.at < candidate.at + candidate.size + 1U;
        });
        if (!told) best_.push_back(candidate);
    }
    for (SlipCandidate& candidate : best_) {
        for (const SlipCandidate& other : all_) {
            const bool same = other.at == candidate.at &&
                              std::ranges::equal(other.replacement(), candidate.replacement());
            if (!same && other.meets(candidate))
                candidate.second = std::max(candidate.second, other.gain());
        }
        candidate.score = score(candidate);
    }
    return best_;
}

void SlipSearch::propose_at(std::size_t at) {
    const std::span<const char16_t> run = lattice_.run();
    const char16_t here = run[at];
    if (opening_.turn_to(at, least_word_gain)) {
        const SlipTable::Rights rights = table_.rights(here);
        for (const std::uint8_t i : opening_.joining(rights.characters)) {
            const char16_t right = rights.characters[i];
            if (opening_.fits(right)) propose(at, {&right, 1}, SlipKind{rights.kinds[i]});
        }
    }
    if (at + 1 >= run.size()) return;
    const char16_t next = run[at + 1];
    if (next == here || is_numeral(here) || is_numeral(next)) return;
    // 整县整市, 好戏好剧: two words of one pattern.
    if ((at > 0 && run[at - 1] == next) || (at + 2 < run.size() && run[at + 2] == here)) return;
    const std::array<char16_t, 2> swapped{next, here};
    if (table_.joins(next, here) || (at > 0 && table_.joins(run[at - 1], next)) ||
        (at + 2 < run.size() && table_.joins(here, run[at + 2])))
        propose(at, swapped, SlipKind::swapped);
}

bool SlipSearch::doubtful(std::size_t at) const {
    // 越开越大, 减税减费: two neighbours of one pattern.
    const std::span<const char16_t> run = lattice_.run();
    if ((at >= 2 && run[at - 2] == run[at]) || (at + 2 < run.size() && run[at + 2] == run[at]))
        return false;
    const SlipLattice::Word& word = lattice_.word_at(at);
    if (word.size > 2) return false;
    if (word.size == 2 && word.share >= settled_share) return false;
    // A better word here takes the place of these, and costs something itself.
    float cost = word.cost();
    if (at > word.offset) cost += lattice_.word_at(at - word.offset - 1U).cost();
    if (const std::size_t end = at - word.offset + word.size; end < lattice_.size())
        cost += lattice_.word_at(end).cost();
    return cost >= cheapest_word + least_word_gain;
}

void SlipSearch::propose_words(std::size_t at, std::size_t size) {
    const std::span<const char16_t> word = lattice_.run().subspan(at, size);
    if (!table_.ambiguous(SlipHash::of(word))) return;
    std::span<const char16_t> others = table_.homophones(word);
    for (; !others.empty(); others = others.subspan(size)) {
        const std::span<const char16_t> other = others.first(size);
        std::size_t different = 0;
        for (std::size_t i = 0; i < size; ++i) different += other[i] != word[i] ? 1 : 0;
        if (different >= 2) propose(at, other, SlipKind::homophone);
    }
}

bool SlipSearch::known(std::size_t at, std::span<const char16_t> right) const {
    return std::ranges::any_of(all_, [&](const SlipCandidate& other) {
        return other.at == at && std::ranges::equal(other.replacement(), right);
    });
}

void SlipSearch::propose(std::size_t at, std::span<const char16_t> right, SlipKind kind) {
    SlipCandidate candidate;
    const float least = kind == SlipKind::homophone ? least_homophone_gain : least_word_gain;
    candidate.words = lattice_.gain(at, right, least);
    if (candidate.words.size < 2 || candidate.words.score < least) return;
    candidate.at = at;
    candidate.size = static_cast<std::uint8_t>(right.size());
    std::ranges::copy(right, candidate.right);
    candidate.kind = kind;
    weigh_grams(candidate);
    if (candidate.grams >= least_gram_gain) all_.push_back(candidate);
}

const SlipSearch::Gram& SlipSearch::gram_at(std::size_t i) {
    Gram& gram = grams_[i];
    if (std::isnan(gram.score)) {
        const std::size_t size = std::min(i + 1, SlipTable::longest_gram);
        gram.score = table_.gram_score(lattice_.run().subspan(i + 1 - size, size), gram.used);
    }
    return gram;
}

void SlipSearch::weigh_grams(SlipCandidate& candidate) {
    const std::span<const char16_t> run = lattice_.run();
    const std::size_t low = candidate.at - std::min(candidate.at, behind);
    const std::size_t high =
        std::min(run.size(), candidate.at + candidate.size + behind);  // one past the last
    std::array<char16_t, 2 * behind + 4> text;
    std::ranges::copy(run.subspan(low, high - low), text.begin());
    std::ranges::copy(candidate.replacement(),
                      text.begin() + static_cast<std::ptrdiff_t>(candidate.at - low));
    for (std::size_t i = candidate.at; i < high; ++i) {
        const Gram& was = gram_at(i);
        if (i + 1 <= candidate.at + was.used)
            candidate.old_gram = std::max(candidate.old_gram, was.used);
        const std::size_t size = std::min(i - low + 1, SlipTable::longest_gram);
        std::uint8_t used = 0;
        const float now =
            table_.gram_score(std::span(text).subspan(i - low + 1 - size, size), used);
        if (i + 1 < candidate.at + candidate.size + used)
            candidate.new_gram = std::max(candidate.new_gram, used);
        candidate.grams += now - was.score;
    }
}

}  // namespace gouji::wording
