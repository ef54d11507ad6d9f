// How the examples of a rule page are understood.
#include <algorithm>

#include <gtest/gtest.h>

#include "cli/example_context.hpp"
#include "cli/sample.hpp"

namespace gouji {
namespace {

Page page_with(const std::string& opening) {
    auto page = parse_page(
        "+++\nid = \"a/b\"\nname = { zh = \"名\", en = \"n\" }\n"
        "summary = { zh = \"总\", en = \"s\" }\nlevel = \"note\"\nnative = true\n"
        "[messages.found]\nzh = \"一\"\nen = \"m\"\n"
        "[options.day]\ntype = \"integer\"\ndefault = 31\nzh = \"日\"\nen = \"day\"\n"
        "[options.words]\ntype = \"list\"\ndefault = []\nzh = \"词\"\nen = \"words\"\n+++\n\n"
        "## 例\n\n```" +
            opening + "\n⟦一⟧\n```\n",
        "b.md");
    EXPECT_TRUE(page) << page.error().en;
    return page ? *page : Page{};
}

Example example_of(const Page& page) {
    const auto examples = parse_examples(page);
    EXPECT_TRUE(examples) << examples.error().en;
    EXPECT_EQ(examples->size(), 1U);
    return examples->front();
}

/// The editions that come with gouji.
const std::vector<Edition>& editions() {
    static const auto loaded = load_editions(GOUJI_ROOT "/rules/editions");
    EXPECT_TRUE(loaded);
    return *loaded;
}

Result<ExampleContext> context(const std::string& opening) {
    const Page page = page_with(opening);
    return read_example_context(example_of(page), page, editions());
}

TEST(ExampleContext, ReadsTheWordsInAnyOrder) {
    const auto read =
        context("invalid year=2022 end message=found option.day=20 agency=云岭县水利局");
    ASSERT_TRUE(read) << read.error().en;
    EXPECT_EQ(read->place, "end");
    EXPECT_EQ(read->year, 2022);
    EXPECT_EQ(read->message, "found");
    EXPECT_EQ(read->agency, "云岭县水利局");
    ASSERT_EQ(read->options.size(), 1U);
    EXPECT_EQ(read->options.front().second, "20");
}

TEST(ExampleContext, UnknownWordsNameTheNearestAndTheirPlace) {
    const auto place = context("invalid overveiw");
    ASSERT_FALSE(place);
    EXPECT_NE(place.error().en.find("did you mean 'overview'?"), std::string::npos);
    EXPECT_NE(place.error().en.find("b.md:"), std::string::npos);
    const auto message = context("invalid message=fuond");
    ASSERT_FALSE(message);
    EXPECT_NE(message.error().en.find("did you mean 'found'?"), std::string::npos);
    EXPECT_FALSE(context("invalid year=last"));
}

TEST(ExampleContext, SetsOptionsOfTheirType) {
    const Page page = page_with("invalid option.day=20 option.words=甲,乙");
    const auto read = read_example_context(example_of(page), page, editions());
    ASSERT_TRUE(read);
    const auto changed = with_options(page, *read);
    ASSERT_TRUE(changed) << changed.error().en;
    const auto value = [&](std::string_view key) -> const OptionValue& {
        const auto found = std::find_if(changed->options.begin(), changed->options.end(),
                                        [&](const Option& each) { return each.key == key; });
        EXPECT_NE(found, changed->options.end()) << key;
        return found->value;
    };
    EXPECT_EQ(std::get<std::int64_t>(value("day")), 20);
    EXPECT_EQ(std::get<std::vector<std::string>>(value("words")),
              (std::vector<std::string>{"甲", "乙"}));
    const Page wrong = page_with("invalid option.day=soon");
    const auto context = read_example_context(example_of(wrong), wrong, editions());
    ASSERT_TRUE(context);
    EXPECT_FALSE(with_options(wrong, *context));
}

TEST(Unmarked, TakesTheMarksOutAndKeepsTheirPlaces) {
    const Marked marked = unmarked("共⟦35⟧条⟦⟧");
    EXPECT_EQ(marked.text, "共35条");
    ASSERT_EQ(marked.marks.size(), 2U);
    EXPECT_TRUE(same(marked.marks[0], span_of(3, 5)));
    EXPECT_TRUE(same(marked.marks[1], span_of(8, 8)));
}

}  // namespace
}  // namespace gouji
