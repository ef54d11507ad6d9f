#include <algorithm>
#include <array>
#include <string_view>

#include "slip_search.hpp"

namespace gouji::wording {
namespace {

/// Surnames that are no everyday word alone: after one, two characters may be a given name.
constexpr std::u16string_view surnames =
    u"王李张刘陈杨黄赵周吴徐孙朱马胡郭林何罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶魏苏吕丁任"
    u"沈姚卢姜崔钟谭陆汪石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严武戴莫孔汤";
/// Short names of provinces and of some cities; with a neighbour they name a road or a place.
constexpr std::u16string_view short_place_names =
    u"京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔滇云藏陕秦甘陇青宁新港澳台杭汉宁深厦兰昆穗"
    u"蓉";

}  // namespace

SlipSearch::Features SlipSearch::features(const SlipCandidate& candidate) {
    const std::span<const char16_t> run = lattice_.run();
    const std::size_t at = candidate.at;
    const std::size_t end = at + candidate.size;
    const SlipLattice::Word* old = &lattice_.word_at(at);
    for (std::size_t i = at + 1; i < end; ++i) {
        if (lattice_.word_at(i).size > old->size) old = &lattice_.word_at(i);
    }
    std::size_t singles = 0;
    for (std::size_t i = at - std::min<std::size_t>(at, 2); i < std::min(run.size(), end + 2); ++i)
        singles += lattice_.word_at(i).size == 1 ? 1 : 0;
    const auto share = [&](char16_t c) {
        const std::uint32_t count = table_.single(c);
        return count == 0 ? SlipLattice::unknown_share : table_.share(count);
    };
    const auto pair = [&](char16_t first, char16_t next) {
        return table_.gram(SlipHash::of(std::array{first, next}));
    };
    const auto around = [&](char16_t first, char16_t last) {
        const std::uint32_t left = at > 0 ? pair(run[at - 1], first) : 0;
        const std::uint32_t right = end < run.size() ? pair(last, run[end]) : 0;
        return static_cast<float>(std::max(left, right));
    };
    float surroundings = 0;
    std::size_t count = 0;
    for (std::size_t i = at - std::min<std::size_t>(at, 6); i < at; ++i, ++count)
        surroundings += gram_at(i).score;
    for (std::size_t i = end + 3; i < std::min(run.size(), end + 7); ++i, ++count)
        surroundings += gram_at(i).score;

    const SlipLattice::Gain& words = candidate.words;
    Features f{};
    f[0] = words.score;
    f[1] = candidate.grams;
    f[2] = candidate.second;
    f[3] = words.size;
    f[4] = words.share;
    f[5] = candidate.old_gram;
    f[6] = candidate.new_gram;
    f[7] = old->size;
    f[8] = old->share;
    f[9] = static_cast<float>(singles);
    f[10] = at == 0 ? 1 : 0;
    f[11] = end == run.size() ? 1 : 0;
    f[12] = share(candidate.right[0]);
    f[13] = share(run[at]);
    f[14] = around(run[at], run[end - 1]);
    f[15] = around(candidate.right[0], candidate.right[candidate.size - 1]);
    f[16] = count == 0 ? -2 : surroundings / static_cast<float>(count);
    f[16 + static_cast<std::size_t>(candidate.kind)] = 1;
    f[24] = candidate.gain();
    f[25] = f[24] - candidate.second;
    f[26] = std::min(f[0], f[1]);
    f[27] = f[6] - f[5];
    f[28] = f[3] - f[7];
    f[29] = f[4] - f[8];
    f[30] = f[12] - f[13];
    f[31] = f[15] - f[14];
    f[32] = static_cast<float>(words.end - words.begin);
    const auto stands_alone = [&](std::size_t i, std::u16string_view characters) {
        return lattice_.word_at(i).size == 1 &&
               characters.find(run[i]) != std::u16string_view::npos;
    };
    const std::size_t near = at - std::min<std::size_t>(at, 2);
    for (std::size_t i = near; i < end; ++i) {
        if (stands_alone(i, surnames)) f[21] = 1;
    }
    for (std::size_t i = at - std::min<std::size_t>(at, 1); i < std::min(run.size(), end + 1);
         ++i) {
        if (stands_alone(i, short_place_names)) f[23] = 1;
    }
    const auto same = [&](std::size_t i, std::size_t j) {
        return j < run.size() && run[i] == run[j];
    };
    for (std::size_t i = at; i < end; ++i) {
        // 越开越大, 减税减费: meant to be alike.
        if ((i >= 2 && same(i - 2, i)) || same(i, i + 2) || (i >= 1 && same(i - 1, i + 1)))
            f[35] = 1;
    }
    f[36] = SlipTable::longest_word;
    for (std::size_t i = words.begin; i < words.end; ++i) {
        const SlipLattice::Word& word = lattice_.word_at(i);
        f[36] = std::min(f[36], static_cast<float>(word.size));
        f[37] = std::min(f[37], word.share);
    }
    f[33] = words.genre ? 1 : 0;
    f[34] = old->genre ? 1 : 0;
    return f;
}

float SlipSearch::score(const SlipCandidate& candidate) {
    const Features f = features(candidate);
    float score = table_.tree_base();
    for (const SlipTree& tree : table_.trees()) {
        std::size_t node = 0;
        do {
            // Without a branch, which the processor could not predict.
            const auto above = static_cast<std::size_t>(f[tree.feature[node]] > tree.least[node]);
            node = tree.child[node][above];
        } while (node < SlipTree::decisions);
        score += tree.leaf[node - SlipTree::decisions];
    }
    return score;
}

}  // namespace gouji::wording
