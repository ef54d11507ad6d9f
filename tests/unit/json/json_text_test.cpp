#include "gouji/json/json_text.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(JsonText, KeepsADecimalDigitByDigit) {
    JsonText json;
    json.open('{');
    json.key("amount");
    json.literal("12.50");
    json.key("note");
    json.string_or_null("");
    json.key("rows");
    json.open('[');
    json.string("一\"\\\n");
    json.string("\x01");
    json.close(']');
    json.close('}');
    std::string out = json.take();
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n'; });
    EXPECT_EQ(out, R"({"amount":12.50,"note":null,"rows":["一\"\\\n","\u0001"]})");
}

TEST(JsonText, EmptyListsAndObjectsAreClosed) {
    JsonText json;
    json.open('[');
    json.open('{');
    json.close('}');
    json.open('[');
    json.close(']');
    json.close(']');
    std::string out = json.take();
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n'; });
    EXPECT_EQ(out, "[{},[]]");
}

}  // namespace
}  // namespace gouji
