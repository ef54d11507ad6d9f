#include "gouji/diagnostics/diagnostic.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace gouji {
namespace {

Rule rule(const std::string& id, Level level, bool enabled = true, std::uint32_t component = 0) {
    Rule out;
    out.page.id = id;
    out.page.level = level;
    out.page.enabled = enabled;
    out.page.messages = {{"plain", {}, Level::off}, {"mild", {}, Level::note}};
    out.component = component;
    return out;
}

std::vector<Rule> some_rules() {
    std::vector<Rule> out{rule("a/one", Level::error), rule("a/two", Level::warning),
                          rule("a/off", Level::note, false), rule("b/one", Level::note, true, 1)};
    out[1].page.aliases = {"a/old-two"};
    return out;
}

std::vector<Component> components() {
    std::vector<Component> out(2);
    out[0].id = "a";
    out[1].id = "b";
    return out;
}

Finding finding(std::uint32_t of, std::uint32_t begin, std::uint32_t end,
                const std::string& message = "plain") {
    Finding out;
    out.rule = of;
    out.where = {begin, end};
    out.message = message;
    return out;
}

std::string on(const Profile& profile) {
    std::string out;
    for (std::uint32_t i = 0; i < 4; ++i) out += profile[i].on ? '1' : '0';
    return out;
}

TEST(Profile, GoesByThePagesThenByTheCommandLine) {
    const auto rules = some_rules();
    const std::vector<std::pair<Selection, std::string>> cases{
        {{{}, {}}, "1101"},
        {{{"a"}, {}}, "1100"},
        {{{"a/off"}, {}}, "0010"},
        {{{"a", "a/off"}, {}}, "1110"},
        {{{"all"}, {}}, "1111"},
        {{{}, {"a"}}, "0001"},
        {{{"a/old-two"}, {}}, "0100"},
        {{{"a"}, {"a/one"}}, "0100"},
        {{{"all"}, {"b"}}, "1110"},
    };
    for (const auto& [selection, expected] : cases) {
        Profile profile(rules);
        ASSERT_TRUE(profile.apply(selection, rules, components()));
        EXPECT_EQ(on(profile), expected);
    }
}

TEST(Profile, NamesTheNearestRuleForAnUnknownOne) {
    const auto rules = some_rules();
    Profile profile(rules);
    const auto done = profile.apply({{}, {"a/tow"}}, rules, components());
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().zh.find("a/two"), std::string::npos);
}

TEST(Diagnostics, PutsFindingsInOneOrderWhoeverCameFirst) {
    const auto rules = some_rules();
    const Profile profile(rules);
    std::vector<Finding> findings{finding(0, 9, 12), finding(1, 3, 5), finding(0, 3, 5),
                                  finding(0, 3, 4), finding(0, 3, 5, "mild")};
    std::vector<std::vector<std::uint32_t>> orders;
    for (int i = 0; i < 5; ++i) {
        std::rotate(findings.begin(), findings.begin() + 1, findings.end());
        auto& order = orders.emplace_back();
        for (const Diagnostic& v : resolve_diagnostics(findings, rules, profile)) {
            order.insert(order.end(), {v.finding.where.begin, v.finding.where.end, v.finding.rule,
                                       static_cast<std::uint32_t>(v.finding.message.size())});
        }
    }
    for (const auto& order : orders) EXPECT_EQ(order, orders.front());
    EXPECT_EQ(orders.front().size(), 20U);
    EXPECT_EQ(orders.front()[1], 4U);
    EXPECT_EQ(orders.front()[16], 9U);
}

TEST(Diagnostics, DropsWhatIsSaidTwice) {
    const auto rules = some_rules();
    auto other = finding(0, 1, 2);
    other.arguments = {{"what", "x"}};
    EXPECT_EQ(
        resolve_diagnostics({finding(0, 1, 2), finding(0, 1, 2), other}, rules, Profile(rules))
            .size(),
        2U);
}

TEST(Diagnostics, TheUsersLevelBeatsTheMessagesWhichBeatsThePages) {
    const auto rules = some_rules();
    Profile profile(rules);
    auto level = [&](const std::string& message) {
        return resolve_diagnostics({finding(0, 1, 2, message)}, rules, profile)[0].level;
    };
    EXPECT_EQ(level("plain"), Level::error);
    EXPECT_EQ(level("mild"), Level::note);
    profile[0].level = Level::warning;
    EXPECT_EQ(level("mild"), Level::warning);
    profile[0].level = Level::off;
    EXPECT_TRUE(resolve_diagnostics({finding(0, 1, 2)}, rules, profile).empty());
}

TEST(Tally, CountsFromALevelUp) {
    Tally tally;
    for (const Level level : {Level::error, Level::note, Level::note, Level::warning, Level::off})
        tally.add(level);
    EXPECT_EQ(tally.at_least(Level::error), 1U);
    EXPECT_EQ(tally.at_least(Level::warning), 2U);
    EXPECT_EQ(tally.at_least(Level::note), 4U);
    EXPECT_EQ(tally.at_least(Level::off), 0U);
}

}  // namespace
}  // namespace gouji
