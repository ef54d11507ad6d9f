#include "fuzz/reports.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "sample/layout.hpp"
#include "sample/report.hpp"

namespace gouji::fuzz {
namespace {

std::string without_marks(std::string text) {
    for (const std::string_view mark : {"⟦", "⟧"}) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.erase(at, mark.size());
    }
    return text;
}

}  // namespace

const testing::AllRules& all_rules() {
    static const testing::AllRules* const all = [] {
        try {
            return new testing::AllRules;  // rules are destroyed on the main thread or never
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
            std::exit(2);
        }
    }();
    return *all;
}

std::string report_with_example(std::uint32_t number) {
    using namespace sample;
    std::string out = render(make_report(number), layouts[number % layouts.size()]);
    const auto rules = all_rules().catalogue().rules();
    const auto examples = parse_examples(rules[number % rules.size()].page);
    const std::size_t overview = out.find("总体情况");
    if (!examples || overview == std::string::npos) return out;
    const std::size_t line = std::min(out.find('\n', overview), out.size() - 1) + 1;
    std::string words;
    for (const Example& example : *examples) words += without_marks(example.text);
    return out.insert(line, words);
}

}  // namespace gouji::fuzz
