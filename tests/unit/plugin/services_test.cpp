#include "gouji/parse/parse.hpp"
#include "gouji/plugin/handles.hpp"
#include "gouji/plugin/host.hpp"
#include "gouji/plugin/native_checker.hpp"
#include <gouji/once.hpp>
#include <gouji/sdk.hpp>

#include <array>

#include <gtest/gtest.h>

namespace gouji {
namespace {

const RuleHost rule_host("mine/rule", "/plugins/mine.gouji");

const void* service(std::string_view id) {
    return rule_host.host.service(&rule_host.host, raw(id));
}

TEST(Host, KnowsItsRuleAndTellsWhereThePluginLies) {
    EXPECT_EQ(gouji::rule_host(&rule_host.host).rule, "mine/rule");
    EXPECT_EQ(view(rule_host.host.plugin_file), "/plugins/mine.gouji");
}

TEST(Host, OffersEveryServiceOfTheBoundaryAndNoOther) {
    for (const char* id :
         {GOUJI_SERVICE_DOCUMENT, GOUJI_SERVICE_TABLES, GOUJI_SERVICE_FORM, GOUJI_SERVICE_CHAPTERS,
          GOUJI_SERVICE_DATES, GOUJI_SERVICE_FACTS, GOUJI_SERVICE_SENTENCES,
          GOUJI_SERVICE_QUANTITIES, GOUJI_SERVICE_CITATIONS, GOUJI_SERVICE_PROSE,
          GOUJI_SERVICE_TERMS, GOUJI_SERVICE_SERIAL, GOUJI_SERVICE_UNICODE, GOUJI_SERVICE_OPTIONS,
          GOUJI_SERVICE_SINK, GOUJI_SERVICE_PREVIOUS, GOUJI_SERVICE_LOG}) {
        EXPECT_NE(service(id), nullptr) << id;
    }
    EXPECT_EQ(service("gouji.future/9"), nullptr);
    EXPECT_EQ(rule_host.host.service(&rule_host.host, {nullptr, 0}), nullptr);
    EXPECT_EQ(rule_host.host.size, sizeof(gouji_host));
}

TEST(Services, AnswerOutOfRangeWithNothing) {
    const Text text = Text::decode("年报", "UTF-8").value();
    const std::vector<Edition> none;
    const Lexicon lexicon(none);
    const Document document = parse_report(text, {0, 6}, "r.txt", lexicon);
    const SemanticModel model;
    const gouji_document handle{&document, &model};
    EXPECT_EQ(document_service.kind(&handle, 77), gouji_kind{GOUJI_KIND_OTHER});
    EXPECT_EQ(document_service.first_child(&handle, GOUJI_NONE), GOUJI_NONE);
    EXPECT_TRUE(empty(document_service.span(&handle, 77)));
    std::size_t count = 9;
    document_service.nodes(&handle, 1000, &count);
    EXPECT_EQ(count, 0U);
    EXPECT_EQ(tables_service.rows(&handle, 77), 0U);
    EXPECT_EQ(tables_service.cells(&handle, 77, &count), nullptr);
    EXPECT_TRUE(empty(prose_service.source(&handle, {5, 900})));
    EXPECT_EQ(form_service.field(&handle, {nullptr, 0}, {"x", 1}, {"y", 1}), nullptr);
}

TEST(Services, NumberDocumentsSoThatNoTwoShareOne) {
    const Text text = Text::decode("年报", "UTF-8").value();
    const std::vector<Edition> none;
    const Lexicon lexicon(none);
    const Document one = parse_report(text, {0, 6}, "r.txt", lexicon);
    const Document two = parse_report(text, {0, 6}, "r.txt", lexicon);
    const SemanticModel model;
    const gouji_document first{&one, &model};
    const gouji_document second{&two, &model};
    EXPECT_NE(serial_service.number(&first), 0U);
    EXPECT_EQ(serial_service.number(&first), serial_service.number(&first));
    EXPECT_NE(serial_service.number(&first), serial_service.number(&second));
}

TEST(Services, GiveLastYearsReportAsADocument) {
    const Text now = Text::decode("今年", "UTF-8").value();
    const Text then = Text::decode("上年", "UTF-8").value();
    const std::vector<Edition> none;
    const Lexicon lexicon(none);
    const Document document = parse_report(now, {0, 6}, "r.txt", lexicon);
    const Document before = parse_report(then, {0, 6}, "r.txt", lexicon);
    const SemanticModel model;
    const gouji_document last_year{&before, &model};
    gouji_document handle{&document, &model};
    const sdk::detail::Services services = sdk::detail::services(&rule_host.host);
    EXPECT_FALSE(sdk::Document(&handle, &services).previous());
    handle.previous = &last_year;
    EXPECT_EQ(sdk::Document(&handle, &services).previous()->text(), "上年");
    EXPECT_FALSE(sdk::Document(&handle, &services).previous()->previous());
}

int computed = 0;
std::size_t nodes_counted(const sdk::Document& document) {
    ++computed;
    return document.all(sdk::Kind::document).size();
}

TEST(Once, ComputesOncePerDocument) {
    const Text text = Text::decode("年报", "UTF-8").value();
    const std::vector<Edition> none;
    const Lexicon lexicon(none);
    const SemanticModel model;
    const sdk::detail::Services services = sdk::detail::services(&rule_host.host);
    computed = 0;
    for (int documents = 1; documents <= 2; ++documents) {
        const Document document = parse_report(text, {0, 6}, "r.txt", lexicon);
        const gouji_document handle{&document, &model};
        EXPECT_EQ(sdk::once<nodes_counted>(sdk::Document(&handle, &services)), 1U);
        EXPECT_EQ(sdk::once<nodes_counted>(sdk::Document(&handle, &services)), 1U);
        EXPECT_EQ(computed, documents);
    }
}

TEST(Services, HandOutOptionsByType) {
    const std::vector<Option> options{{"n", {}, std::int64_t{7}},
                                      {"b", {}, true},
                                      {"t", {}, std::string("词")},
                                      {"l", {}, std::vector<std::string>{"甲", "乙"}}};
    gouji_options handle{options, {{}, {}, {}, {raw("甲"), raw("乙")}}};
    EXPECT_EQ(options_service.integer(&handle, raw("n")), 7);
    EXPECT_EQ(options_service.integer(&handle, raw("t")), 0);
    EXPECT_EQ(options_service.boolean(&handle, raw("b")), 1);
    EXPECT_EQ(view(options_service.text(&handle, raw("t"))), "词");
    EXPECT_EQ(options_service.text(&handle, raw("none")).size, 0U);
    EXPECT_EQ(options_service.integer(&handle, {nullptr, 0}), 0);
    std::size_t count = 0;
    const gouji_text* list = options_service.list(&handle, raw("l"), &count);
    ASSERT_EQ(count, 2U);
    EXPECT_EQ(view(list[1]), "乙");
    EXPECT_EQ(options_service.list(&handle, raw("none"), &count), nullptr);
    EXPECT_EQ(count, 0U);
}

TEST(NativeChecker, IsDestroyedOnceAndTellsWhyItIsNot) {
    static int alive = 0;
    gouji_rule rule{
        sizeof(gouji_rule), nullptr,
        [](const gouji_host*, const gouji_options* options, gouji_sink* sink) -> void* {
            if (options_service.boolean(options, raw("refuse")) != 0) {
                EXPECT_EQ(sink_service.open(sink, {0, 0}, raw("found")), GOUJI_SINK_OUT_OF_TURN);
                sink_service.fail(sink, raw("as asked"));
                return nullptr;
            }
            ++alive;
            return &alive;
        },
        [](const void*, const gouji_document*, gouji_sink*) {}, [](void*) { --alive; }};
    Page page;
    page.options = {{"refuse", {}, false}};
    {
        const auto checker = make_native_checker(rule, page, "mine.gouji", {});
        ASSERT_TRUE(checker);
        EXPECT_EQ(alive, 1);
    }
    EXPECT_EQ(alive, 0);
    page.options[0].value = true;
    const auto refused = make_native_checker(rule, page, "mine.gouji", {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().zh, "as asked");
}

TEST(Services, HandOutTheWordsAndTheHitsOfTheRulesLists) {
    std::vector<WordList> lists(2);
    lists[0].name = "names";
    lists[0].words = {"我局", "我镇"};
    lists[1].name = "units";
    lists[1].words = {"件"};
    lists[1].values = {"cases"};
    gouji_options options{
        {}, {}, lists, {{raw("我局"), raw("我镇")}, {raw("件")}}, {{}, {raw("cases")}}};
    std::size_t count = 0;
    EXPECT_EQ(view(terms_service.words(&options, raw("names"), &count)[1]), "我镇");
    EXPECT_EQ(count, 2U);
    EXPECT_EQ(view(terms_service.values(&options, raw("units"), &count)[0]), "cases");
    terms_service.values(&options, raw("names"), &count);
    EXPECT_EQ(count, 0U);
    EXPECT_EQ(terms_service.words(&options, raw("other"), &count), nullptr);

    TermTable table;
    const std::array<std::span<const std::string>, 2> words{lists[0].words, {}};
    const TermGroup group = table.add(words);
    table.compile();
    const TermHits hits(table, "我镇和我局");
    const gouji_document document{nullptr, nullptr, &hits, group, lists};
    const gouji_hit* found = terms_service.hits(&document, raw("names"), &count);
    ASSERT_EQ(count, 2U);
    EXPECT_EQ(found[0].word, 1U);
    EXPECT_EQ(found[1].span.begin, 9U);
    terms_service.hits(&document, raw("units"), &count);
    EXPECT_EQ(count, 0U);
    terms_service.hits(&document, raw("other"), &count);
    EXPECT_EQ(count, 0U);
    terms_service.hits(&document, {nullptr, 0}, &count);
    EXPECT_EQ(count, 2U);
}

}  // namespace
}  // namespace gouji
