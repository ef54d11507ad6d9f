// Any bytes at all: the modules from text to semantic must neither crash nor point outside the
// text.
#include "gouji/parse/parse.hpp"
#include "gouji/semantic/analyze.hpp"
#include "gouji/text/text.hpp"

#include <string>

#include "fuzz/editions.hpp"
#include "fuzz/target.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"

namespace {

using namespace gouji;

using fuzz::demand;

void inside(Span span, const Text& text, const char* what) {
    demand(span.begin <= span.end && span.end <= text.view().size(), what);
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    using namespace sample;
    return render(make_report(number), layouts[number % layouts.size()]);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = Text::decode(std::string(reinterpret_cast<const char*>(data), size));
    if (!text) return 0;
    std::uint32_t end = 0;
    for (const Document& document : read(*text, "report.txt", fuzz::editions())) {
        inside(document.extent(), *text, "the extent lies in the text");
        demand(document.extent().begin >= end, "reports follow one another");
        end = document.extent().end;
        for (const Node& node : document.nodes())
            inside(node.span, *text, "a node lies in the text");
        for (const gouji_cell& cell : document.cells())
            inside(cell.span, *text, "a cell lies in the text");
        const SemanticModel model = analyze(document, fuzz::lexicon(), {});
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
