// What conditions of pages say of the 2021 edition's sample report.
#include "gouji/pack/condition.hpp"

#include "gouji/parse/parse.hpp"
#include "gouji/semantic/analyze.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace gouji {
namespace {

const std::vector<Edition>& editions() {
    static const auto loaded = load_editions(GOUJI_ROOT "/rules/editions");
    return *loaded;
}

/// The sample, with one thing replaced.
std::string sample(const std::string& old, const std::string& by) {
    for (const Edition& edition : editions()) {
        if (edition.id != "2021") continue;
        std::string text = edition.sample;
        if (!old.empty()) text.replace(text.find(old), old.size(), by);
        return text;
    }
    return "";
}

/// “true”, “false”, “unknown”, or the error.
std::string answer(const std::string& condition, const std::string& text) {
    const auto page = parse_page(
        "+++\nid = \"a/b\"\nname = { zh = \"名\", en = \"n\" }\nsummary = { zh = \"总\", en = "
        "\"s\" }\nlevel = \"note\"\nkind = \"length\"\n[messages.long]\nzh = \"长\"\nen = "
        "\"long\"\n[length]\nat_most = 1\n+++\n",
        "p.md");
    EXPECT_TRUE(page) << page.error().en;
    TermTable terms;
    const auto front = parse_toml("when = '" + condition + "'\n", "p.md");
    EXPECT_TRUE(front) << front.error().en;
    const auto read = read_toml<Condition>(**front, [&](TomlReader& root) {
        KindPage around(*page, root, editions(), terms);
        return Condition::read(root, "when", around);
    });
    if (!read) return read.error().en;
    terms.compile();
    const Lexicon lexicon(editions());
    const auto decoded = Text::decode(text, "UTF-8");
    const Document document =
        parse_report(*decoded, span_of(0, decoded->view().size()), "a.txt", lexicon);
    const SemanticModel model = analyze(document, lexicon, {});
    const TermHits hits(terms, model.prose);
    const auto holds = read->holds({document, model, hits});
    return !holds ? "unknown" : *holds ? "true" : "false";
}

struct Case {
    const char* condition;
    const char* answer;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.condition; }

class Conditions : public testing::TestWithParam<Case> {};

TEST_P(Conditions, AreAnsweredFromTheReport) {
    EXPECT_EQ(answer(GetParam().condition, sample("", "")), GetParam().answer);
}

INSTANTIATE_TEST_SUITE_P(
    Sample, Conditions,
    testing::Values(Case{"year == 2023", "true"}, Case{"year > 2023", "false"},
                    Case{"edition == \"2021\"", "true"}, Case{"agency != \"department\"", "false"},
                    Case{"requests.new.total == prose(\"新收\")", "true"},
                    Case{"requests.new.natural + requests.new.enterprise <= 19", "true"},
                    Case{"requests.new.* == requests.new.total", "true"},
                    Case{"requests.denied.total == requests.denied.*.total", "true"},
                    Case{"requests.denied.total > 0", "true"},
                    Case{"disclosure.fees.amount == 36.5", "true"},
                    Case{"disclosure.fees.amount > 36.49 and disclosure.fees.amount < 36.51",
                         "true"},
                    Case{"blank(requests.new.total)", "false"}, Case{"\"水利\" in preface", "true"},
                    Case{"\"水价\" in preface", "false"}, Case{"\"水价\"", "true"},
                    Case{"not \"水价\" in problems", "true"},
                    Case{"\"政府信息公开条例\" before \"统计期限\" in preface", "true"},
                    Case{"\"统计期限\" before \"政府信息公开条例\" in preface", "false"},
                    Case{"\"水价\" before \"没有这个词\"", "unknown"},
                    Case{"count(\"河湖管理\" in overview) == 1", "true"},
                    Case{"count(\"河湖管理\" in problems) == 0", "true"},
                    Case{"prose(\"没有这个数\") > 3", "unknown"},
                    Case{"prose(\"没有这个数\") > 3 or year == 2023", "true"},
                    Case{"prose(\"没有这个数\") > 3 and year == 2022", "false"},
                    Case{"not prose(\"没有这个数\") > 3", "unknown"},
                    Case{"year == 2022 or year == 2023 and not (year == 2024)", "true"},
                    Case{"(year == 2022 or year == 2023) and year == 2022", "false"},
                    Case{"- 3 + 5 == 2 and requests.new.total > 0", "true"}),
    [](const auto& one) { return "number_" + std::to_string(one.index); });

TEST(ConditionOnAnotherReport, BlankAndUnreadableCells) {
    EXPECT_EQ(answer("blank(disclosure.fees.amount)", sample("\t36.5", "\t")), "true");
    EXPECT_EQ(answer("disclosure.fees.amount == 0", sample("\t36.5", "\t")), "true");
    EXPECT_EQ(answer("disclosure.fees.amount == 0", sample("\t36.5", "\t约三十万")), "unknown");
}

}  // namespace
}  // namespace gouji
