#include "registry/documents.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace gouji::registry {
namespace {

TEST(Documents, AreFoundByTheirNumber) {
    const Document* found = find_number("国办发", 2017, 97);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->title, "国务院办公厅关于推进公共资源配置领域政府信息公开的意见");
    EXPECT_EQ(find_number("云政办发", 2017, 97), nullptr);
    EXPECT_EQ(find_number("国办发", 2017, 98), nullptr);
}

TEST(Documents, OrdersAreFoundWhateverTheIssuerIsCalled) {
    for (const char* issuer : {"国务院令", "国令", "中华人民共和国国务院令"}) {
        const Document* found = find_number(issuer, 0, 711);
        ASSERT_NE(found, nullptr) << issuer;
        EXPECT_EQ(found->citation, "国务院令第711号");
    }
    EXPECT_EQ(find_number("省政府令", 0, 711), nullptr);
}

TEST(Documents, AreFoundByTheirTitleInFullOrInShort) {
    const Document* form = find_number("国办公开办函", 2021, 30);
    ASSERT_NE(form, nullptr);
    for (const char* title :
         {"国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式"
          "》"
          "的通知",
          "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知",
          "政府信息公开工作年度报告格式", "中华人民共和国政府信息公开工作\n年度报告格式"}) {
        EXPECT_EQ(find_title(title), form) << title;
    }
}

TEST(Documents, ATitleThatHoldsAnotherIsAnotherDocument) {
    EXPECT_EQ(find_title("关于贯彻落实〈政府信息公开信息处理费管理办法〉有关事项的通知"), nullptr);
    EXPECT_EQ(find_title("云岭县人民政府办公室关于印发2021年政务公开工作要点的通知"), nullptr);
    EXPECT_EQ(find_title(""), nullptr);
    EXPECT_EQ(find_title(std::string(longest_title + 1, 'a')), nullptr);
}

TEST(Documents, OneTitleOfTwoDocumentsMeansTheOneThatHolds) {
    const Document* found = find_title("中华人民共和国政府信息公开条例");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->number, 711U);
    const Document* old = find_number("国务院令", 0, 492);
    ASSERT_NE(old, nullptr);
    EXPECT_EQ(old->successor, found);
    EXPECT_EQ(old->key, found->key);
}

TEST(Documents, EachRowCanBeFoundAgain) {
    std::set<std::string_view> citations;
    for (const Document& known : documents()) {
        EXPECT_TRUE(citations.insert(known.citation).second) << known.citation;
        EXPECT_EQ(find_number(known.issuer, known.year, known.number), &known) << known.citation;
        ASSERT_NE(find_title(known.title), nullptr) << known.title;
        EXPECT_TRUE(nationally_issued(known.title)) << known.title;
        EXPECT_TRUE(national_issuer(known.issuer)) << known.issuer;
        if (known.successor != nullptr) {
            EXPECT_LT(known.issued_year(), known.successor->issued_year() + 1) << known.citation;
            EXPECT_EQ(known.successor->successor, nullptr) << known.citation;
        }
    }
    EXPECT_GE(citations.size(), 20U);
}

}  // namespace
}  // namespace gouji::registry
