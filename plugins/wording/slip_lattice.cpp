#include "slip_lattice.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace gouji::wording {
namespace {

constexpr float never = -1e9F;

}  // namespace

float SlipLattice::single_score(char16_t c) const {
    const std::uint32_t count = table_.single(c);
    return count == 0 ? least_single : std::max(least_single, table_.share(count) - single_cost);
}

void SlipLattice::join() {
    const std::size_t size = run_.size();
    before_.resize(size);
    from_here_.resize(size);
    constexpr auto most = static_cast<std::uint8_t>(reach);
    std::uint8_t joined = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const bool on = i > 0 && table_.joins(run_[i - 1], run_[i]);
        joined = on ? std::min<std::uint8_t>(most, joined + 1) : std::uint8_t{1};
        before_[i] = joined;
    }
    for (std::size_t i = size; i-- > 0;) {
        const bool on = i + 1 < size && before_[i + 1] > 1;
        joined = on ? std::min<std::uint8_t>(most, joined + 1) : std::uint8_t{1};
        from_here_[i] = joined;
    }
}

void SlipLattice::look_up(std::size_t at) {
    SlipHash hash;
    hash.add(run_[at]);
    for (std::size_t size = 2; size <= from_here_[at]; ++size) {
        hash.add(run_[at + size - 1]);
        if (const auto word = table_.word(hash.value()); word.count != 0) {
            edges_.push_back({table_.share(word.count) - word_cost, static_cast<std::uint32_t>(at),
                              static_cast<std::uint8_t>(size), word.genre});
        }
    }
}

void SlipLattice::read(std::span<const char16_t> run) {
    run_ = run;
    join();
    read_forward();
    read_backward();
    choose();
}

void SlipLattice::read_forward() {
    const std::size_t size = run_.size();
    forward_.assign(size + 1, never);
    backward_.resize(size + 1);
    last_.resize(size + 1);
    edges_.clear();
    forward_[0] = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const float single = single_score(run_[i]);
        backward_[i] = single;  // kept here until the way back
        if (forward_[i] + single > forward_[i + 1]) {
            forward_[i + 1] = forward_[i] + single;
            last_[i + 1] = 0;
        }
        std::size_t edge = edges_.size();
        look_up(i);
        for (; edge < edges_.size(); ++edge) {
            const std::size_t end = i + edges_[edge].size;
            const float score = forward_[i] + edges_[edge].score;
            if (score > forward_[end]) {
                forward_[end] = score;
                last_[end] = static_cast<std::uint32_t>(edge + 1);
            }
        }
    }
}

void SlipLattice::read_backward() {
    const std::size_t size = run_.size();
    backward_[size] = 0;
    for (std::size_t i = size, edge = edges_.size(); i-- > 0;) {
        backward_[i] += backward_[i + 1];
        for (; edge > 0 && edges_[edge - 1].begin == i; --edge) {
            backward_[i] = std::max(backward_[i],
                                    edges_[edge - 1].score + backward_[i + edges_[edge - 1].size]);
        }
    }
}

void SlipLattice::choose() {
    best_.resize(run_.size());
    for (std::size_t end = run_.size(); end > 0;) {
        Word word;
        if (last_[end] != 0) {
            const Edge& edge = edges_[last_[end] - 1];
            word.size = edge.size;
            word.share = forward_[end] - forward_[edge.begin] + word_cost;
            word.genre = edge.genre;
        } else {
            const std::uint32_t count = table_.single(run_[end - 1]);
            const float own = count == 0 ? least_single : table_.share(count);
            word.share = own > least_single + single_cost + 0.1F ? own : unknown_share;
        }
        const std::size_t begin = end - word.size;
        for (; word.offset < word.size; ++word.offset) best_[begin + word.offset] = word;
        end = begin;
    }
}

SlipLattice::Gain SlipLattice::gain(std::size_t at, std::span<const char16_t> right,
                                    float least) const {
    // The window: what a word over the place can reach.
    constexpr std::size_t widest = 2 * reach + 4;
    const std::size_t end_of_right = at + right.size();
    std::size_t low = at;
    if (at > 0 && table_.joins(run_[at - 1], right.front()))
        low -= std::min<std::size_t>(before_[at - 1], reach - 1);
    std::size_t high = end_of_right;
    if (high < run_.size() && table_.joins(right.back(), run_[high]))
        high += std::min<std::size_t>(from_here_[high], reach - 1);
    std::array<char16_t, widest> text;
    std::copy(run_.begin() + static_cast<std::ptrdiff_t>(low),
              run_.begin() + static_cast<std::ptrdiff_t>(high), text.begin());
    const std::size_t changed = at - low;
    const std::size_t behind = changed + right.size();
    std::ranges::copy(right, text.begin() + static_cast<std::ptrdiff_t>(changed));

    // Words that begin in front of the place and reach into it, then those that begin in it.
    std::array<float, widest> best;
    std::array<std::uint8_t, widest> from{};
    for (std::size_t i = 0; i < behind; ++i) best[i] = i <= changed ? forward_[low + i] : never;
    float total = never;
    std::size_t last_begin = 0;
    std::size_t last_end = 0;
    const auto add = [&](std::size_t begin, std::size_t end, float score) {
        score += best[begin];
        if (end < behind) {
            if (score > best[end]) {
                best[end] = score;
                from[end] = static_cast<std::uint8_t>(begin + 1);
            }
        } else if (score + backward_[low + end] > total) {
            total = score + backward_[low + end];
            last_begin = begin;
            last_end = end;
        }
    };
    // How far a word can go whose pairs join; only those inside `right` are still unknown.
    std::size_t joined_end = changed + 1;
    const auto join_on = [&] {
        while (joined_end < behind && table_.joins(text[joined_end - 1], text[joined_end]))
            ++joined_end;
        return joined_end == behind ? high - low : joined_end;
    };
    std::size_t furthest = join_on();
    for (std::size_t begin = 0; begin < behind; ++begin) {
        if (begin >= joined_end) {
            joined_end = begin + 1;
            furthest = join_on();
        }
        if (best[begin] <= never) continue;
        if (begin >= changed) add(begin, begin + 1, single_score(text[begin]));
        SlipHash hash;
        hash.add(text[begin]);
        const std::size_t last = std::min(begin + reach, furthest);
        for (std::size_t end = begin + 2; end <= last; ++end) {
            hash.add(text[end - 1]);
            if (end <= changed) continue;
            if (const auto seen = table_.word(hash.value()); seen.count != 0)
                add(begin, end, table_.share(seen.count) - word_cost);
        }
    }

    Gain gain;
    gain.share = unknown_share;
    gain.begin = at;
    gain.end = end_of_right;
    gain.score = total - forward_[run_.size()];
    if (gain.score < least) return gain;
    const auto note = [&](std::size_t begin, std::size_t end) {
        gain.begin = std::min(gain.begin, low + begin);
        gain.end = std::max(gain.end, low + end);
        SlipTable::Word word;
        if (end - begin == 1) {
            word.count = table_.single(text[begin]);
        } else {
            word = table_.word(SlipHash::of(std::span(text).subspan(begin, end - begin)));
        }
        gain.genre = gain.genre || word.genre;
        if (end - begin <= gain.size) return;
        gain.size = static_cast<std::uint8_t>(end - begin);
        gain.share = word.count == 0 ? unknown_share : table_.share(word.count);
    };
    if (total > never) {
        note(last_begin, last_end);
        for (std::size_t end = last_begin; end > changed; end = from[end] - 1U)
            note(from[end] - 1U, end);
    }
    return gain;
}

}  // namespace gouji::wording
