#include <gouji/utf8.hpp>

#include <string>

#include <gtest/gtest.h>

#include "law_names.hpp"
#include "wording_tables.hpp"

namespace gouji::wording {
namespace {

/// Every wrong string of a list with its pair.
template <class Each>
void each_pair(const PairList& list, Each&& each) {
    const TermIndex& index = list.index;
    for (std::uint32_t i = 0; i < index.buckets[std::size_t{1} << index.bucket_bits]; ++i) {
        each(index.term(index.terms[i]), list.pairs[index.terms[i].id]);
    }
}

TEST(Lists, NoRightFormIsWrongItself) {
    each_pair(typo_pairs, [&](std::string_view wrong, const Pair& pair) {
        const std::string_view right = typo_pairs.text(pair.right);
        EXPECT_FALSE(right.empty()) << wrong;
        typo_pairs.index.scan(right, [&](std::size_t, const TermRecord& inside) {
            // Unless its own contexts excuse it there.
            const Pair& other = typo_pairs.pairs[inside.id];
            EXPECT_NE(other.not_behind.size + other.not_before.size, 0U)
                << wrong << " -> " << right;
        });
    });
}

TEST(Lists, NoListedTypoIsAPhrase) {
    for (std::uint32_t id = 0; id + 1 < phrases.begins.size(); ++id) {
        std::string text;
        for (const char16_t c : phrases.phrase(id)) append(text, c);
        typo_pairs.index.scan(text, [&](std::size_t, const TermRecord& inside) {
            const Pair& pair = typo_pairs.pairs[inside.id];
            EXPECT_NE(pair.not_behind.size + pair.not_before.size, 0U) << text;
        });
    }
}

TEST(Lists, AreLargeEnoughToCarryTheGenre) {
    EXPECT_GE(phrases.begins.size() - 1, 2500U);
    EXPECT_GE(phrases.words_by_first.size(), 1000U);
}

std::string right_of(const LawNames& names, std::string_view title) {
    const auto slip = names.misspelt(title);
    return slip ? slip->right : "";
}
bool surely(const LawNames& names, std::string_view title) {
    const auto slip = names.misspelt(title);
    return slip && slip->sure;
}

TEST(LawNames, TellASlipFromAnotherLaw) {
    const LawNames names;
    EXPECT_EQ(right_of(names, "中华人民和国政府信息公开条例"), "中华人民共和国政府信息公开条例");
    EXPECT_EQ(right_of(names, "条列"), "条例");
    for (const char* title :
         {"中华人民共和国行政处罚法", "中华人民共和国行政许可法", "云岭县政府信息公开规定", "条例",
          "", "关于全面推进政务公开工作的实施意见", "中华人民共和国行政许可法实施条例",
          "中华人民共和国高等教育法", "政府信息公开目录", "云岭县行政处罚办法"}) {
        EXPECT_EQ(right_of(names, title), "") << title;
    }
}

TEST(LawNames, AreSureOnlyOfOneCharacterForAnother) {
    const LawNames names;
    EXPECT_TRUE(surely(names, "条列"));
    EXPECT_TRUE(surely(names, "政府信息公开信息处里费管理办法"));
    EXPECT_FALSE(surely(names, "中华人民和国政府信息公开条例"));
    EXPECT_FALSE(surely(names, "中华人民共和国个人信息保护条法"));
}

}  // namespace
}  // namespace gouji::wording
