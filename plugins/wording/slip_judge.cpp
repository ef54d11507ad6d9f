#include "slip_judge.hpp"

#include <gouji/paragraph.hpp>
#include <gouji/utf8.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

#include "word_guard.hpp"

namespace gouji::wording {
namespace {

constexpr std::u16string_view numerals = u"〇一二三四五六七八九十百千万亿两";
/// Surnames that are no everyday word alone: behind one, two characters may be a given name.
constexpr std::u16string_view surnames =
    u"王李张刘陈杨黄赵周吴徐孙朱马胡郭林何罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶魏苏吕丁任"
    u"沈姚卢姜崔钟谭陆"
    u"汪石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤";

/// A phrase of this length is so special that a single other reading is not worth believing.
constexpr std::uint32_t telling = 6;

class Judge {
public:
    Judge(const sdk::Document& document, std::string_view text, const WideText& wide)
        : document_(document), text_(text), wide_(wide) {}

    [[nodiscard]] bool is_slip(const NearMiss& miss) const {
        const char16_t wrong = wide_.codes[miss.changed];
        if (numerals.find(wrong) != std::u16string_view::npos) return false;
        if (numerals.find(miss.right) != std::u16string_view::npos && miss.size < telling)
            return false;
        if (listed_as_legit(miss)) return false;
        if (miss.size >= telling) return true;
        return miss.size <= 3 ? word_slip(miss, wrong) : phrase_slip(miss, wrong);
    }

private:
    [[nodiscard]] std::size_t byte(std::uint32_t place) const { return wide_.offsets[place]; }

    [[nodiscard]] bool listed_as_legit(const NearMiss& miss) const {
        const std::size_t from = byte(miss.at);
        bool legit = false;
        legit_windows.index.scan(text_.substr(from, byte(miss.at + miss.size) - from),
                                 [&](std::size_t, const TermRecord&) { legit = true; });
        return legit;
    }

    [[nodiscard]] std::vector<sdk::Span> words(const NearMiss& miss) const {
        return words_around(document_, text_, byte(miss.at), byte(miss.at + miss.size));
    }

    /// The word that holds a character, in characters.
    [[nodiscard]] std::size_t word_length(const std::vector<sdk::Span>& words,
                                          std::uint32_t place) const {
        for (const sdk::Span word : words) {
            if (sdk::contains(word, static_cast<std::uint32_t>(byte(place)))) {
                return length(text_.substr(word.begin, word.end - word.begin));
            }
        }
        return 1;
    }

    /// The wrong character makes a common word with a neighbour, whatever the dictionary preferred.
    [[nodiscard]] bool in_common_word(std::uint32_t place) const {
        const auto& codes = wide_.codes;
        return (place > 0 && is_common_word(codes[place - 1], codes[place])) ||
               (place + 1 < codes.size() && is_common_word(codes[place], codes[place + 1]));
    }

    /// “建全县一流”: the last character belongs to what follows.
    [[nodiscard]] bool reaches_out(const NearMiss& miss) const {
        constexpr std::u16string_view scopes = u"全本各该我每整";
        constexpr std::u16string_view areas = u"国省市县区州镇乡村街域社盟旗局系";
        const std::size_t end = miss.at + miss.size;
        return end < wide_.codes.size() &&
               scopes.find(wide_.codes[end - 1]) != std::u16string_view::npos &&
               areas.find(wide_.codes[end]) != std::u16string_view::npos;
    }

    /// “会移”, “一整”: the character that is right stands alone more often than in a word.
    [[nodiscard]] bool leans_on_loner(const NearMiss& miss) const {
        if (miss.size != 2) return false;
        const char16_t kept = wide_.codes[miss.changed == miss.at ? miss.at + 1 : miss.at];
        return is_loner(kept) || numerals.find(kept) != std::u16string_view::npos;
    }

    /// “发布|惠农”: two characters that are a word already, and one that the next word begins with.
    [[nodiscard]] bool whole_without(const NearMiss& miss) const {
        if (miss.size != 3) return false;
        const auto& codes = wide_.codes;
        const std::uint32_t end = miss.at + miss.size;
        if (miss.changed + 1 == end)
            return is_common_word(codes[miss.at], codes[miss.at + 1]) && end < codes.size() &&
                   is_han(codes[end]);
        return miss.changed == miss.at && is_common_word(codes[miss.at + 1], codes[miss.at + 2]) &&
               miss.at > 0 && is_han(codes[miss.at - 1]);
    }

    /// Two or three characters: believed only where the text makes no words at all.
    [[nodiscard]] bool word_slip(const NearMiss& miss, char16_t wrong) const {
        if (is_loner(wrong) || miss.likeness == Likeness::near_sound) return false;
        if (in_common_word(miss.changed) || reaches_out(miss) || leans_on_loner(miss) ||
            whole_without(miss))
            return false;
        if (miss.at > 0 && surnames.find(wide_.codes[miss.at - 1]) != std::u16string_view::npos)
            return false;
        const std::vector<sdk::Span> around = words(miss);
        return !crosses_word(around, byte(miss.at), byte(miss.at + miss.size)) &&
               word_length(around, miss.changed) == 1;
    }

    /// “征求意|件”: without the last character the phrase ends in half a word.
    [[nodiscard]] bool leaves_remnant(const NearMiss& miss,
                                      const std::vector<sdk::Span>& around) const {
        const std::uint32_t beside = miss.changed == miss.at ? miss.changed + 1 : miss.changed - 1;
        const char16_t kept = wide_.codes[beside];
        return miss.likeness == Likeness::sound && !is_loner(kept) &&
               numerals.find(kept) == std::u16string_view::npos && word_length(around, beside) == 1;
    }

    /// “（二）以申请公开。”: nothing beside it that the character at the rim could belong to.
    [[nodiscard]] bool stands_alone(const NearMiss& miss) const {
        constexpr std::uint32_t least = 5;
        const auto& codes = wide_.codes;
        const std::size_t end = miss.at + miss.size;
        return miss.size >= least && miss.likeness == Likeness::sound &&
               (miss.at == 0 || !is_han(codes[miss.at - 1])) &&
               (end >= codes.size() || !is_han(codes[end]));
    }

    /// Four or five: the rest of the phrase bears witness; a rare word does not save it.
    [[nodiscard]] bool phrase_slip(const NearMiss& miss, char16_t wrong) const {
        if (in_common_word(miss.changed)) return false;
        const bool at_rim = miss.changed == miss.at || miss.changed + 1 == miss.at + miss.size;
        const std::vector<sdk::Span> around = words(miss);
        if (at_rim && is_loner(wrong) && !leaves_remnant(miss, around) && !stands_alone(miss))
            return false;
        if (crosses_word(around, byte(miss.at), byte(miss.at + miss.size))) return false;
        const std::size_t word = word_length(around, miss.changed);
        return word == 1 || (word == 2 && miss.fixed && miss.likeness != Likeness::near_sound);
    }

    const sdk::Document& document_;
    std::string_view text_;
    const WideText& wide_;
};

}  // namespace

std::vector<Slip> find_slips(const sdk::Document& document, std::string_view text) {
    const WideText& wide = sdk::once<sdk::wide_prose>(document).wide;
    const Judge judge(document, text, wide);
    std::vector<Slip> slips;
    std::optional<std::uint32_t> told;  // the character already told of
    for (const NearMiss& miss : near_misses(wide)) {
        if (told == miss.changed || !judge.is_slip(miss)) continue;
        told = miss.changed;
        Slip slip;
        slip.at = wide.offsets[miss.at];
        slip.size = wide.offsets[miss.at + miss.size] - slip.at;
        slip.changed_at = wide.offsets[miss.changed];
        slip.changed_size = wide.offsets[miss.changed + 1] - slip.changed_at;
        append(slip.right_character, miss.right);
        slip.right = std::string(text.substr(slip.at, slip.size));
        slip.right.replace(slip.changed_at - slip.at, slip.changed_size, slip.right_character);
        slips.push_back(std::move(slip));
    }
    return slips;
}

}  // namespace gouji::wording
