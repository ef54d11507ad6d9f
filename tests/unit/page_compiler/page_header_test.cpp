#include "page_header.hpp"

#include <gtest/gtest.h>

namespace gouji {
namespace {

const std::string front =
    "+++\nid = \"a/b\"\nname = { zh = \"名\", en = \"n\" }\nsummary = { zh = \"总\", en = \"s\" }\n"
    "level = \"note\"\nnative = true\n";

std::string header(const std::string& more, const std::string& stem = "b") {
    const auto page = parse_page(front + more + "+++\n", "b.md");
    EXPECT_TRUE(page) << page.error().en;
    return page ? page_header(*page, stem) : "";
}

/// The fields of a message's struct, in order.
std::string fields(const std::string& header, const std::string& message) {
    std::string out;
    std::size_t at = header.find("struct " + message + " {");
    EXPECT_NE(at, std::string::npos) << header;
    const std::size_t end = header.find("static constexpr", at);
    constexpr std::string_view type = "sdk::Argument ";
    while ((at = header.find(type, at)) < end) {
        at += type.size();
        out += header.substr(at, header.find(';', at) - at) + " ";
    }
    return out;
}

TEST(PageHeader, HasAFieldForEachPlaceholderOfBothLanguagesSortedByName) {
    const std::string text = header(
        "[messages.short-line]\nzh = \"{line} 只有 {count} 字，{line}\"\nen = \"{unit} {count}\"\n"
        "[messages.bare]\nzh = \"无\"\nen = \"none\"\n");
    EXPECT_EQ(fields(text, "short_line"), "count line unit ");
    EXPECT_EQ(fields(text, "bare"), "");
    EXPECT_NE(text.find("message_id = \"short-line\""), std::string::npos);
    EXPECT_NE(text.find("namespace gouji::page::b {"), std::string::npos);
}

TEST(PageHeader, NamesThatTheLanguageReservesAreMadeUsable) {
    const std::string text = header(
        "[messages.new]\nzh = \"{this} {2nd}\"\nen = \"{this}\"\n"
        "[messages.message]\nzh = \"一\"\nen = \"m\"\n");
    EXPECT_EQ(fields(text, "new_"), "_2nd this_ ");
    EXPECT_NE(text.find("use(\"this\", this_)"), std::string::npos);
    EXPECT_NE(text.find("struct message_ {"), std::string::npos);
}

TEST(PageHeader, TellsListsThatAreLookedForFromThoseThatAreNot) {
    const std::string text = header(
        "[messages.found]\nzh = \"一\"\nen = \"m\"\n"
        "[lists]\nverbs = [\"公开\"]\nunits = { words = [\"件\"], scan = false }\n");
    EXPECT_NE(text.find("sdk::PlainList units{\"units\"}"), std::string::npos) << text;
    EXPECT_NE(text.find("sdk::TermList verbs{\"verbs\", 1}"), std::string::npos);
    EXPECT_EQ(header("[messages.found]\nzh = \"一\"\nen = \"m\"\n").find("namespace list"),
              std::string::npos);
}

TEST(PageHeader, AMessageOfSeveralLinesStaysInItsComment) {
    const std::string text =
        header("[messages.found]\nzh = \"\"\"一\n#error 二\"\"\"\nen = \"m\"\n");
    EXPECT_EQ(text.find("\n#error"), std::string::npos) << text;
}

}  // namespace
}  // namespace gouji
