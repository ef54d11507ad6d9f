#include "gouji/diagnostics/baseline.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace gouji {
namespace {

/// A finding by its fingerprint and the words around it.
struct Sample {
    std::string context;
    std::string detail;
    SimilarityKey similarity_key;
    Level level = Level::warning;
};

Sample sample(std::uint64_t context, std::string_view sentence, std::uint32_t words = 1,
              const char* detail = "1") {
    return {std::to_string(context) + ":1", detail, {7, 1, words, sketch(sentence)}};
}

Baseline baseline(const std::vector<std::pair<std::string, std::vector<Sample>>>& files,
                  const std::vector<std::string>& current) {
    std::vector<BaselineEntry> entries;
    std::vector<std::string> names;
    for (const auto& [name, samples] : files) {
        for (const Sample& one : samples) {
            BaselineEntry& entry = entries.emplace_back();
            EXPECT_TRUE(entry.set_context(one.context));
            entry.set_detail(one.detail);
            entry.similarity_key = one.similarity_key;
            entry.level = one.level;
            entry.file = static_cast<std::uint32_t>(names.size());
        }
        names.push_back(name);
    }
    return Baseline(std::move(entries), names, current);
}

/// One letter a finding and the entry it met: “u0 n u2”.
std::string states(const Baseline& before, const char* uri, const std::vector<Sample>& now) {
    std::vector<Baseline::Question> questions;
    for (const Sample& one : now)
        questions.push_back({one.context, one.detail, &one.similarity_key, one.level});
    std::string out;
    for (const Baseline::Match& match : before.match(uri, questions)) {
        if (!out.empty()) out += ' ';
        out += match.state == BaselineState::fresh       ? "n"
               : match.state == BaselineState::unchanged ? "u" + std::to_string(match.entry)
                                                         : "c" + std::to_string(match.entry);
    }
    return out;
}

constexpr const char* first = "镇便民服务中心设有查阅点，由值班人员协助查询。";
constexpr const char* second = "信息发布实行登记制度，谁提供谁负责，统一审核后发布。";

TEST(Baseline, TheFingerprintComesFirst) {
    const Baseline before = baseline({{"a", {sample(10, first), sample(11, second)}}}, {"a"});
    EXPECT_EQ(states(before, "a", {sample(11, second), sample(10, first)}), "u1 u0");
    EXPECT_EQ(states(before, "a", {sample(10, first, 1, "2")}), "c0");
    Sample milder = sample(10, first);
    milder.level = Level::note;
    EXPECT_EQ(states(before, "a", {milder}), "c0");
    EXPECT_EQ(states(before, "b", {sample(10, first)}), "n");
}

TEST(Baseline, OfTheRestTheMostAlikeIsTheSame) {
    const Baseline before = baseline({{"a", {sample(10, first), sample(11, second)}}}, {"a"});
    const std::string edited = std::string(second).replace(0, 12, "消息登载");
    EXPECT_EQ(states(before, "a", {sample(20, edited), sample(21, first)}), "u1 u0");
    // Each entry is met once; the nearer finding has it.
    EXPECT_EQ(states(before, "a", {sample(20, edited), sample(21, second)}), "n u1");
    EXPECT_EQ(states(before, "a", {sample(20, "村级公开栏更新不够及时。")}), "n");
}

TEST(Baseline, AFileThatIsGoneMayHaveMoved) {
    const Baseline before = baseline({{"a", {sample(10, first)}},
                                      {"b", {sample(10, first), sample(11, second)}},
                                      {"c", {sample(11, second)}}},
                                     {"c", "x"});
    EXPECT_EQ(states(before, "x", {sample(10, first), sample(11, second)}), "u1 u2");
    EXPECT_EQ(states(before, "x", {sample(10, first)}), "u0");
    EXPECT_EQ(states(before, "x", {sample(30, "没有见过的一句话。")}), "n");
}

TEST(Baseline, OlderLogsHaveNoLikeness) {
    std::vector<BaselineEntry> entries(1);
    EXPECT_TRUE(entries[0].set_context("10:1"));
    entries[0].set_detail("1");
    const std::vector<std::string> names{"a"};
    const Baseline before(std::move(entries), names, names);
    EXPECT_EQ(states(before, "a", {sample(10, first)}), "u0");
    EXPECT_EQ(states(before, "a", {sample(20, first)}), "n");
}

TEST(Baseline, WhatIsNoFingerprintIsRefused) {
    BaselineEntry entry;
    for (const char* bad : {"", "12", "12:", ":1", "xyz:1", "12:1x", "11112222333344445:1"})
        EXPECT_FALSE(entry.set_context(bad)) << bad;
    EXPECT_TRUE(entry.set_context("6c62272e07bb0142:12"));
    EXPECT_EQ(entry.number, 12U);
}

}  // namespace
}  // namespace gouji
