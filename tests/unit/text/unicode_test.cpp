#include "gouji/text/unicode.hpp"

#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::pair<std::string_view, std::vector<std::string>> out{text, {}};
    gouji::words(text, &out, [](void* user, gouji::Span span) {
        auto& [whole, found] = *static_cast<decltype(out)*>(user);
        found.emplace_back(whole.substr(span.begin, span.end - span.begin));
    });
    return out.second;
}

TEST(Width, han_and_full_width_take_two) {
    EXPECT_EQ(gouji::width("规章a，"), 7U);
    EXPECT_EQ(gouji::width("ａ１"), 4U);
    EXPECT_EQ(gouji::width("e\u0301\u200B"), 1U) << "combining and invisible take none";
}

TEST(Localized, breaks_chinese_by_dictionary) {
    const auto words = words_of("主动公开政府信息，共12条。");
    ASSERT_GE(words.size(), 4U);
    std::string joined;
    for (const std::string& word : words) joined += word;
    EXPECT_EQ(joined, "主动公开政府信息共12条") << "no punctuation, nothing lost";
    EXPECT_LT(words.size(), 11U) << "not character by character";
}

TEST(Localized, many_threads_at_once) {
    const auto expected = words_of("政府信息公开工作年度报告");
    std::vector<std::thread> threads;
    std::vector<std::vector<std::string>> found(4);
    for (auto& slot : found)
        threads.emplace_back([&slot] { slot = words_of("政府信息公开工作年度报告"); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& slot : found) EXPECT_EQ(slot, expected);
}

}  // namespace
