// Any bytes as gouji.toml: read without the rules and against them, its suppressions prepared and
// asked.
#include "gouji/config/configuration.hpp"
#include "gouji/diagnostics/suppressions.hpp"

#include "fuzz/target.hpp"

namespace {

using namespace gouji;

/// Two rules, one with options and a list that is open.
const std::vector<Page>& pages() {
    static const std::vector<Page> made = [] {
        std::vector<Page> out;
        for (const char* id : {"dates/late", "wording/term"}) {
            auto page = parse_page("+++\nid = \"" + std::string(id) + R"("
name = { zh = "甲", en = "A" }
summary = { zh = "乙。", en = "B." }
level = "note"
native = true
aliases = ["old/)" + std::string(id).substr(0, 4) +
                                       R"("]
[options.day]
type = "integer"
default = 31
zh = "日"
en = "day"
[options.words]
type = "list"
default = ["一"]
zh = "词"
en = "words"
[lists.open]
words = ["丙丙"]
extend = true
zh = "词表"
en = "list"
[messages.found]
zh = "有。"
en = "Has."
+++
)",
                                   "a.md");
            if (!page) fuzz::demand(false, page.error().en.c_str());
            out.push_back(*std::move(page));
        }
        return out;
    }();
    return made;
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    static const std::string texts[] = {
        R"(edition = "2021"
fail_on = "warning"
exclude = ["草稿/**", "*.bak.txt"]
packs = ["yunling", "./own"]
[rules]
"dates/late" = { level = "error", day = 15, words = ["一", "二"] }
"wording/term" = "off"
)",
        R"([[override]]
files = ["2019*.txt"]
edition = "2019"
[override.rules]
"dates/late" = "note"
[[suppress]]
rule = "dates/late"
file = "柳河镇*"
reason = "已经说明"
expires = "2026-12-31"
[[suppress]]
fingerprint = "0123456789abcdef"
reason = "已核对"
)",
        R"([rules."wording/term".lists.open]
"旧词" = "新词"
[rules."old/date"]
level = "warning"
)"};
    return texts[number % 3];
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto opened = ConfigurationFile::parse(
        std::string_view(reinterpret_cast<const char*>(data), size), "gouji.toml");
    if (!opened) {
        fuzz::demand(!opened.error().zh.empty(), "a refusal has words");
        return 0;
    }
    (void)opened->read();
    std::vector<const Page*> known;
    for (const Page& page : pages()) known.push_back(&page);
    const auto configuration = opened->read(known);
    if (!configuration) return 0;
    for (const char* name : {"2019年报.txt", "柳河镇/2023年报.txt", ""}) {
        for (const std::size_t layer : configuration->layers_for(name))
            fuzz::demand(layer < configuration->layers.size(), "a layer is one of the layers");
    }
    const Suppressions suppressions(*configuration, known, 0, "2026-01-31");
    const std::uint32_t found = suppressions.covering(0, "柳河镇/a.txt", "0123456789abcdef");
    fuzz::demand(found == UINT32_MAX || found < configuration->suppressions.size(),
                 "what covers is a suppression");
    return 0;
}
