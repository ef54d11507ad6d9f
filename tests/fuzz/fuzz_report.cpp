// Any bytes at all: the modules from text to semantic must neither crash nor point outside the
// text.
#include "gouji/edition/edition.hpp"
#include "gouji/parse/parse.hpp"
#include "gouji/semantic/analyze.hpp"
#include "gouji/text/text.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace gouji;

const std::vector<Edition>& editions() {
    static const auto loaded = [] {
        auto result = load_editions(GOUJI_ROOT "/rules/editions");
        if (!result) {
            std::fprintf(stderr, "%s\n", result.error().zh.c_str());
            std::exit(2);
        }
        return *std::move(result);
    }();
    return loaded;
}

const Lexicon& lexicon() {
    static const Lexicon made(editions());
    return made;
}

/// Stops at the first lie, where a debugger or the sanitizer's report shows it.
void demand(bool truth, const char* what) {
    if (truth) return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

void inside(Span span, const Text& text, const char* what) {
    demand(span.begin <= span.end && span.end <= text.view().size(), what);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = Text::decode(std::string(reinterpret_cast<const char*>(data), size));
    if (!text) return 0;
    std::uint32_t end = 0;
    for (const Document& document : read(*text, "report.txt", editions())) {
        inside(document.extent(), *text, "the extent lies in the text");
        demand(document.extent().begin >= end, "reports follow one another");
        end = document.extent().end;
        for (const Node& node : document.nodes())
            inside(node.span, *text, "a node lies in the text");
        for (const gouji_cell& cell : document.cells())
            inside(cell.span, *text, "a cell lies in the text");
        const SemanticModel model = analyze(document, lexicon(), {});
        for (const gouji_field& field : model.fields)
            inside(field.span, *text, "a field lies in the text");
        for (const gouji_chapter& chapter : model.chapters) {
            inside(chapter.heading, *text, "a heading lies in the text");
            inside(chapter.body, *text, "a body lies in the text");
        }
        for (const gouji_date& date : model.dates)
            inside(date.span, *text, "a date lies in the text");
        for (const gouji_quantity& quantity : model.quantities) {
            inside(quantity.span, *text, "a quantity lies in the text");
            demand(quantity.sentence < model.sentences.size(), "a quantity's sentence exists");
        }
    }
    return 0;
}
