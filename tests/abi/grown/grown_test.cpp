// Compiled with a gouji_rule that has one field more than that of the released headers.
#include "gouji/plugin/native_checker.hpp"
#include "gouji/plugin/plugin.hpp"

#include <cstddef>

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(GrownRule, TakesPluginsFromBeforeItGrew) {
    static_assert(sizeof(gouji_rule) > offsetof(gouji_rule, grown), "the struct has grown");
    const auto plugin = load_plugin(GOUJI_RELEASED);
    ASSERT_TRUE(plugin) << plugin.error().en;
    EXPECT_TRUE(plugin->refused.empty());
    ASSERT_EQ(plugin->rules.size(), 1U);
    const gouji_rule& rule = plugin->rules[0].functions;
    EXPECT_EQ(rule.size, offsetof(gouji_rule, grown)) << "built with the shorter struct";
    EXPECT_NE(rule.destroy, nullptr);
    EXPECT_EQ(rule.grown, nullptr) << "what the plugin does not know is zero";
    const auto checker = make_native_checker(rule, plugin->rules[0].page, plugin->file, {});
    EXPECT_TRUE(checker) << checker.error().en;
}

}  // namespace
}  // namespace gouji
