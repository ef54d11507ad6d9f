#include "registry/divisions.hpp"

#include <gtest/gtest.h>

namespace gouji::registry {
namespace {

TEST(Divisions, KnowCountiesAndTowns) {
    for (const char* name : {"望江县", "岳麓区", "清泉乡", "石桥镇", "东塘街道"})
        EXPECT_TRUE(is_division(name)) << name;
}

TEST(Divisions, KnowNoWordsAndNoPartsOfNames) {
    for (const char* name :
         {"强化镇", "优化县", "建设镇", "富裕县", "望江", "江县", "县", "", "推进望江县", "云岭县"})
        EXPECT_FALSE(is_division(name)) << name;
}

}  // namespace
}  // namespace gouji::registry
