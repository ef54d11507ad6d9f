// Any bytes as a compiled page: of a plugin that somebody else built, it is as untrusted as a page.
#include "gouji/rule/compiled_page.hpp"

#include "fuzz/target.hpp"

namespace {

constexpr std::string_view text = R"(+++
id = "a/b"
name = { zh = "甲", en = "A" }
summary = { zh = "乙。", en = "B." }
level = "note"
native = true
[options.many]
type = "list"
default = ["一", "二"]
zh = "几个"
en = "some"
[lists]
words = ["丙丙", "丁丁"]
[messages.found]
zh = "有“{word}”。"
en = "Has {word}."
+++

# 甲
)";

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t) {
    const auto page = parse_page(std::string(text), "a.md");
    demand(page.has_value(), "the seed is sound");
    return compile_page(*page);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gouji;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto page = compiled_page(bytes, text, "a.md");
    if (!page) return 0;
    fuzz::demand(page->front_matter.size() <= text.size() && page->body.size() <= text.size(),
                 "its parts lie in the page");
    (void)parse_examples(*page);
    return 0;
}
