#include "gouji/parse/parse.hpp"
#include "gouji/plugin/handles.hpp"
#include "gouji/plugin/host.hpp"
#include "gouji/plugin/native_checker.hpp"
#include <gouji/once.hpp>
#include <gouji/sdk.hpp>

#include <cstring>

#include <gtest/gtest.h>

namespace gouji {
namespace {

TEST(Host, OffersEveryServiceOfTheBoundaryAndNoOther) {
    for (const char* id :
         {GOUJI_SERVICE_DOCUMENT, GOUJI_SERVICE_TABLES, GOUJI_SERVICE_FORM, GOUJI_SERVICE_CHAPTERS,
          GOUJI_SERVICE_DATES, GOUJI_SERVICE_FACTS, GOUJI_SERVICE_SENTENCES,
          GOUJI_SERVICE_QUANTITIES, GOUJI_SERVICE_CITATIONS, GOUJI_SERVICE_PROSE,
          GOUJI_SERVICE_SERIAL, GOUJI_SERVICE_UNICODE, GOUJI_SERVICE_OPTIONS, GOUJI_SERVICE_REPORT,
          GOUJI_SERVICE_LOG}) {
        EXPECT_NE(host()->service(id), nullptr) << id;
    }
    EXPECT_EQ(host()->service("gouji.future/9"), nullptr);
    EXPECT_EQ(host()->service(nullptr), nullptr);
    EXPECT_EQ(host()->size, sizeof(gouji_host));
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
    const sdk::detail::Services services = sdk::detail::services(host());
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
    EXPECT_EQ(options_service.integer(&handle, "n"), 7);
    EXPECT_EQ(options_service.integer(&handle, "t"), 0);
    EXPECT_EQ(options_service.boolean(&handle, "b"), 1);
    EXPECT_EQ(view(options_service.text(&handle, "t")), "词");
    EXPECT_EQ(options_service.text(&handle, "none").size, 0U);
    EXPECT_EQ(options_service.integer(&handle, nullptr), 0);
    std::size_t count = 0;
    const gouji_text* list = options_service.list(&handle, "l", &count);
    ASSERT_EQ(count, 2U);
    EXPECT_EQ(view(list[1]), "乙");
    EXPECT_EQ(options_service.list(&handle, "none", &count), nullptr);
    EXPECT_EQ(count, 0U);
}

TEST(NativeChecker, IsDestroyedOnceAndTellsWhyItIsNot) {
    static int alive = 0;
    gouji_rule rule{
        sizeof(gouji_rule), nullptr,
        [](const gouji_host*, const gouji_options* options, char* reason,
           std::size_t capacity) -> void* {
            if (options_service.boolean(options, "refuse") != 0) {
                std::strncpy(reason, "as asked", capacity);
                return nullptr;
            }
            ++alive;
            return &alive;
        },
        [](const void*, const gouji_document*, gouji_report*) -> gouji_status { return GOUJI_OK; },
        [](void*) { --alive; }};
    Page page;
    page.options = {{"refuse", {}, false}};
    {
        const auto checker = make_native_checker(rule, page);
        ASSERT_TRUE(checker);
        EXPECT_EQ(alive, 1);
    }
    EXPECT_EQ(alive, 0);
    page.options[0].value = true;
    const auto refused = make_native_checker(rule, page);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what, "as asked");
}

}  // namespace
}  // namespace gouji
