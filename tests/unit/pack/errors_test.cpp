#include "gouji/edition/edition.hpp"
#include "gouji/pack/kind.hpp"

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
namespace gouji {
namespace {

/// A page whose front matter's first lines are fixed, so that what a case adds begins at line 8.
std::string page_with(const std::string& kind, const std::string& more) {
    return "+++\nid = \"a/b\"\nname = { zh = \"名\", en = \"n\" }\n"
           "summary = { zh = \"总\", en = \"s\" }\nlevel = \"note\"\nkind = \"" +
           kind + "\"\n\n" + more + "\n+++\n";
}

const std::vector<Edition>& editions() {
    static const auto loaded = load_editions(GOUJI_ROOT "/rules/editions");
    return *loaded;
}

/// What making a page's checker complains of, in English; "" when it is made.
std::string complaint(const std::string& kind, const std::string& more) {
    auto page = parse_page(page_with(kind, more), "p.md");
    if (!page) return page.error().en;
    add_default_messages(*page);
    TermTable terms;
    const auto made = make_checker(*page, editions(), terms);
    return made ? "" : made.error().en;
}

std::string message(const std::string& id) {
    return "\n[messages." + id + "]\nzh = \"话\"\nen = \"words\"\n";
}

struct Case {
    const char* name;
    const char* kind;
    std::string front;
    const char* where;               ///< LINE:COLUMN
    std::vector<std::string> words;  ///< of the complaint, the underlined line among them
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class PackErrors : public testing::TestWithParam<Case> {};

TEST_P(PackErrors, AreShownAsACompilerShowsThem) {
    const Case& one = GetParam();
    const std::string said = complaint(one.kind, one.front);
    EXPECT_TRUE(said.starts_with(std::string("p.md:") + one.where + ": ")) << said;
    EXPECT_NE(said.find("^"), std::string::npos) << said;
    for (const std::string& words : one.words)
        EXPECT_NE(said.find(words), std::string::npos) << words << "\n" << said;
}

const Case cases[] = {
    {"unknown_kind",
     "lenght",
     "[lenght]\nat_most = 1" + message("long"),
     "6:8",
     {"'lenght'", "did you mean 'length'?"}},
    {"kind_and_table_differ",
     "trem",
     "[term]\nbanned = [\"不好\"]" + message("found"),
     "6:8",
     {"the page has [term]"}},
    {"unknown_argument",
     "term",
     "[term]\nbanned = [\"不好\"]\n[messages.found]\nzh = \"{wrnog}\"\nen = \"x\"",
     "11:7",
     {"no '{wrnog}'", "did you mean '{wrong}'?", "^^^^^^^"}},
    {"open_brace",
     "term",
     "[term]\nbanned = [\"不好\"]\n[messages.found]\nzh = \"话\"\nen = \"a {wrong b\"",
     "12:9",
     {"a { begins a name", "{right}"}},
    {"unknown_message",
     "term",
     "[term]\nbanned = [\"不好\"]" + message("found") + message("fuond"),
     "14:11",
     {"no message 'fuond'", "did you mean 'found'?"}},
    {"unknown_group_in_replacement",
     "pattern",
     "[pattern]\nmatch = '(?P<year>[0-9]{4})\\.'\nreplace = \"{yaer}年\"" + message("found"),
     "10:12",
     {"no group 'yaer'", "did you mean '{year}'?", "^^^^^^"}},
    {"chinese_quotes",
     "term",
     "[term]\nbanned = [“不好“]" + message("found"),
     "9:11",
     {"“ should be"}},
    {"years_as_list",
     "term",
     "[term]\nbanned = [\"不好\"]\nyears = [2021]" + message("found"),
     "10:9",
     {"{ from = 2021, to = 2023 }"}},
    {"negative_length",
     "length",
     "[length]\nat_most = -3" + message("long"),
     "9:11",
     {"cannot be negative"}},
    {"phrases_and_expression",
     "presence",
     "[presence]\nany = [\"甲\"]\nmatch = '乙'" + message("missing"),
     "10:9",
     {"not both"}},
    {"term_of_equation",
     "equation",
     "[equation]\nof = 'requests.carried-in.total == 3'" + message("unequal"),
     "9:7",
     {"did you mean 'requests.carried_in.total'?", "^^^^^^^^^^^^^^^^^^^^^^^^^"}},
    {"equation_of_numbers",
     "equation",
     "[equation]\nof = '3 == 4'" + message("unequal"),
     "9:6",
     {"no figure"}},
    {"single_sign",
     "equation",
     "[equation]\nof = 'requests.new.total = 3'" + message("unequal"),
     "9:26",
     {"equal is =="}},
    {"missing_table", "length", message("long"), "6:8", {"needs a table [length]"}},
    {"missing_message",
     "term",
     "[term]\nbanned = [\"不好\"]" + message("other"),
     "10:1",
     {"'found' is missing"}},
    {"unknown_key",
     "term",
     "[term]\nbaned = [\"不好\"]" + message("found"),
     "9:1",
     {"did you mean 'banned'?", "9 | baned"}},
    {"unknown_chapter",
     "term",
     "[term]\nin = [\"other\", \"overveiw\"]\nbanned = [\"不好\"]" + message("found"),
     "9:16",
     {"'overveiw'", "did you mean 'overview'?", "^^^^^^^^^^"}},
    {"unknown_agency",
     "length",
     "[length]\nat_most = 3\nagency = [\"towns\"]" + message("long"),
     "10:11",
     {"did you mean 'town'?"}},
    {"year_as_text",
     "length",
     "[length]\nat_most = 3\nyears = { from = \"2021\" }" + message("long"),
     "10:18",
     {"a whole number"}},
    {"term_too_short",
     "term",
     "[term]\nbanned = [\"一\"]" + message("found"),
     "9:10",
     {"two characters"}},
    {"term_without_terms", "term", "[term]\nsafe = true" + message("found"), "8:1", {"wanted"}},
    {"term_list_elsewhere",
     "term",
     "[term]\nlist = \"../a.tsv\"" + message("found"),
     "9:8",
     {"beside the page"}},
    {"term_list_absent",
     "term",
     "[term]\nlist = \"absent.tsv\"" + message("found"),
     "9:8",
     {"the list absent.tsv: cannot be read"}},
    {"broken_expression",
     "pattern",
     "[pattern]\nmatch = '(a'" + message("found"),
     "9:9",
     {"missing )"}},
    {"empty_expression",
     "pattern",
     "[pattern]\nmatch = 'a*'" + message("found"),
     "9:9",
     {"everywhere"}},
    {"missing_expression",
     "pattern",
     "[pattern]\nsafe = true" + message("found"),
     "8:1",
     {"'pattern.match' is missing"}},
    {"presence_of_nothing",
     "presence",
     "[presence]\nany = []" + message("missing"),
     "9:7",
     {"'any' or 'match' is wanted"}},
    {"presence_wants_missing",
     "presence",
     "[presence]\nany = [\"甲乙\"]" + message("found"),
     "10:1",
     {"'missing' is missing"}},
    {"presence_wants_found",
     "presence",
     "[presence]\nany = [\"甲乙\"]\nat_most = 0" + message("missing"),
     "11:1",
     {"'found' is missing"}},
    {"presence_range",
     "presence",
     "[presence]\nany = [\"甲乙\"]\nat_least = 3\nat_most = 2" + message("missing") +
         message("found"),
     "10:12",
     {"more than at_most"}},
    {"length_of_nothing",
     "length",
     "[length]\nin = [\"overview\"]" + message("long"),
     "8:1",
     {"at_least or at_most"}},
    {"length_as_text",
     "length",
     "[length]\nat_most = \"1000\"" + message("long"),
     "9:11",
     {"a whole number"}},
    {"length_wants_short",
     "length",
     "[length]\nat_least = 3" + message("long"),
     "10:1",
     {"'short' is missing"}},
    {"headings_of_no_chapter",
     "headings",
     "[headings]\ntitles = [\"甲\"]" + message("missing") + message("order"),
     "8:1",
     {"exactly one chapter"}},
    {"headings_without_titles",
     "headings",
     "[headings]\nin = [\"overview\"]" + message("missing") + message("order"),
     "8:1",
     {"titles"}},
    {"month_thirteen",
     "deadline",
     "[deadline]\nmonth = 13\nday = 1" + message("late"),
     "9:9",
     {"1 to 12"}},
    {"day_missing",
     "deadline",
     "[deadline]\nmonth = 1" + message("late"),
     "8:1",
     {"'deadline.day' is missing"}},
    {"day_thirty_in_february",
     "deadline",
     "[deadline]\nmonth = 2\nday = 30" + message("late"),
     "10:7",
     {"has no such day"}},
    {"field_written_wrong",
     "cell",
     "[cell]\nfield = \"fees\"\nmatch = '1'" + message("wrong"),
     "9:9",
     {"form.row.column"}},
    {"field_not_in_the_form",
     "cell",
     "[cell]\nfield = \"disclosure.fee.amount\"\nmatch = '1'" + message("wrong"),
     "9:10",
     {"did you mean 'disclosure.fees.amount'?"}},
    {"equation_without_relation",
     "equation",
     "[equation]\nof = \"1 + 1\"" + message("unequal"),
     "9:6",
     {"not finished", "expected =="}},
    {"equation_of_nonsense",
     "equation",
     "[equation]\nof = \"1 == what\"" + message("unequal"),
     "9:12",
     {"'what'"}},
    {"equation_field_not_in_the_form",
     "equation",
     "[equation]\nof = \"requests.nwe.total == 1\"" + message("unequal"),
     "9:7",
     {"did you mean 'requests.new.total'?"}},
    {"when_names_no_field",
     "length",
     "[length]\nat_most = 3\nwhen = 'requests.denid.total > 0'" + message("long"),
     "10:9",
     {"did you mean"}},
    {"when_is_not_finished",
     "length",
     "[length]\nat_most = 3\nwhen = 'year >= 2023 and'" + message("long"),
     "10:8",
     {"not finished"}},
    {"when_has_more",
     "length",
     "[length]\nat_most = 3\nwhen = 'year >= 2023 adn year < 2030'" + message("long"),
     "10:22",
     {"'adn'", "'and' or 'or'"}},
    {"when_names_no_chapter",
     "length",
     "[length]\nat_most = 3\nwhen = '\"不予公开\" in problem'" + message("long"),
     "10:19",
     {"did you mean 'problems'?"}},
    {"when_names_no_agency",
     "length",
     "[length]\nat_most = 3\nwhen = 'agency == \"village\"'" + message("long"),
     "10:19",
     {"expected one of", "town"}},
    {"when_has_a_short_phrase",
     "length",
     "[length]\nat_most = 3\nwhen = '\"a\"'" + message("long"),
     "10:10",
     {"'a'"}},
    {"when_is_nested_deeply",
     "length",
     "[length]\nat_most = 3\nwhen = '" + std::string(5000, '(') + "year > 1'" + message("long"),
     "10:9",
     {"nested too deeply"}},
    {"requirement_of_full_width_signs",
     "requirement",
     "[requirement]\nthat = 'year ＞ 2023'" + message("unmet"),
     "9:14",
     {"cannot read '＞'"}},
    {"equation_prose_not_closed",
     "equation",
     "[equation]\nof = 'prose(\"新收) == 1'" + message("unequal"),
     "9:13",
     {"cannot read"}},
};

INSTANTIATE_TEST_SUITE_P(Pages, PackErrors, testing::ValuesIn(cases),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(PackPages, OfEveryKindAreMade) {
    EXPECT_EQ(complaint("term", "[term]\nbanned = [\"不好\"]" + message("found")), "");
    EXPECT_EQ(complaint("pattern", "[pattern]\nmatch = 'ab'" + message("found")), "");
    EXPECT_EQ(complaint("presence", "[presence]\nany = [\"甲乙\"]" + message("missing")), "");
    EXPECT_EQ(complaint("presence", "[presence]\nany = [\"甲乙\"]\nat_most = 0" + message("found")),
              "");
    EXPECT_EQ(complaint("length", "[length]\nat_most = 3" + message("long")), "");
    EXPECT_EQ(complaint("headings", "[headings]\nin = [\"overview\"]\ntitles = [\"甲\"]" +
                                        message("missing") + message("order")),
              "");
    EXPECT_EQ(complaint("deadline", "[deadline]\nmonth = 2\nday = 29" + message("late")), "");
    EXPECT_EQ(complaint("cell", "[cell]\nfield = \"disputes.review.total\"\nmatch = '1'" +
                                    message("wrong")),
              "");
    EXPECT_EQ(
        complaint("equation", "[equation]\nof = '-1 + requests.new.total <= prose(\"新收\") - 2'" +
                                  message("unequal")),
        "");
    EXPECT_EQ(complaint("requirement",
                        "[requirement]\nthat = 'not blank(requests.denied.*)'\nwhen "
                        "= 'requests.denied.total + count(\"解读\" in disclosure) > "
                        "0.5 and (edition != \"2019\" or not agency == \"town\")'" +
                            message("unmet")),
              "");
}

}  // namespace
}  // namespace gouji
