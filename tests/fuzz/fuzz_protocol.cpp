// Any bytes as what a worker answers, and as what gouji asks a plugin's host: nothing may crash,
// and nothing may reach a rule's findings that does not lie in the report.
#include "gouji/plugin/parts.hpp"
#include "gouji/rule/collector.hpp"
#include "gouji/sandbox/findings.hpp"
#include "gouji/sandbox/requests.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "fuzz/target.hpp"

namespace {

/// What is written, a message of each kind.
std::vector<std::string> messages() {
    using namespace gouji;
    const Text text = *Text::of_utf8("年报正文，年报正文\n年报正文");
    DocumentBuilder builder(text, {0, 27}, "a.txt");
    builder.open_table({0, 27});
    builder.open_row({0, 27});
    builder.cell({{0, 6}, 0, 1, 1, GOUJI_CELL_FILLED});
    builder.close_table();
    const Document document = std::move(builder).build();
    SemanticModel model;
    model.fields.resize(3);
    model.prose = "年报";
    const std::vector<std::uint32_t> numbers{0, 1};
    return {
        R"({"message":"found","span":[0,6],"arguments":{"a":"b"},"related":[{"message":"found","span":[6,12]}],)"
        R"("fixes":[{"message":"found","safe":true,"edits":[{"span":[0,3],"text":"x"}]}],"rank":7})"
        "\n",
        R"({"failed":{"zh":"不","en":"no"}})",
        R"({"lacking":["Landlock"]})",
        R"({"id":"a","version":"1","abi":7,"rules":[{"file":"a.md","page":"+++\nid = \"a/b\"\n+++\n",)"
        R"("lists":{"x":{"words":["y"],"values":["z"]}}}],"refused":["no"]})",
        document_record(numbers, part::all, document, model),
        document_record(numbers, 0, document, model),
        parts_record(part::all, document, model),
        wanted_record(part::forms),
    };
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    static const std::vector<std::string> all = messages();
    return all[number % all.size()];
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gouji;
    static const Text text = *Text::of_utf8("年报正文，年报正文\n年报正文");
    static const Page page = [] {
        Page out;
        out.messages = {{"found", {"找到", "found"}, Level::off}};
        return out;
    }();
    static const std::atomic<bool> never{false};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Collector collector(text.view(), {0, 27}, never);
    collector.begin(0, page);
    static_cast<void>(replay_findings(bytes, 0, collector));
    collector.end();
    for (const Finding& finding : collector.findings) {
        fuzz::demand(contains({0, 27}, finding.where), "findings lie in the report");
    }
    static_cast<void>(read_confined(bytes));
    static_cast<void>(read_declaration(bytes, "a.gouji"));
    static_cast<void>(read_ready(bytes));
    static_cast<void>(read_start(bytes, {}));
    static_cast<void>(read_wanted(bytes));
    static_cast<void>(read_document_record(bytes, text));
    static const std::string bare = messages()[5];
    if (auto request = read_document_record(bare, text))
        static_cast<void>(read_parts_record(bytes, *request));
    return 0;
}
