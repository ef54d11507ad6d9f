// Any bytes as text: what was decoded is well-formed, is encoded again to the same bytes, and every
// offset has a line and a column.
#include "gouji/text/line_index.hpp"
#include "gouji/text/text.hpp"
#include "gouji/text/transcode.hpp"
#include "gouji/text/unicode.hpp"
#include "gouji/text/utf8_check.hpp"

#include "fuzz/target.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"

namespace {

using namespace gouji;

void look(const std::string& bytes, std::string_view encoding) {
    const auto text = Text::decode(bytes, encoding);
    if (!text) return fuzz::demand(!text.error().zh.empty(), "a refusal has words");
    const std::string_view utf8 = text->view();
    fuzz::demand(find_ill_formed(utf8) == std::string_view::npos, "a text is well-formed");
    if (const auto again = text->encode(utf8))
        fuzz::demand(*again == bytes, "a text is encoded as it was");
    const LineIndex lines(utf8);
    Position before{1, 0};
    const std::size_t step = 1 + utf8.size() / 997;
    for (std::size_t at = 0; at < utf8.size(); at += step) {
        const Position here = lines.position(static_cast<std::uint32_t>(at));
        fuzz::demand(here.line >= before.line && here.line <= lines.lines(), "lines go on");
        fuzz::demand(here.line > before.line || here.column >= before.column, "columns go on");
        const Span line = lines.span(here.line);
        fuzz::demand(line.begin <= at && line.end <= utf8.size(), "a line lies in the text");
        before = here;
    }
    (void)width(utf8);
    std::size_t end = 0;
    words(utf8.substr(0, 2000), &end, [](void* user, Span word) {
        auto& last = *static_cast<std::size_t*>(user);
        fuzz::demand(last <= word.begin && word.begin < word.end, "words follow one another");
        last = word.end;
    });
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    const std::string text = sample::render(sample::make_report(number), sample::Layout::word);
    constexpr Encoding encodings[] = {Encoding::utf8, Encoding::utf16le, Encoding::gb18030};
    const std::string marks[] = {"\xEF\xBB\xBF", "\xFF\xFE", ""};
    return marks[number % 3] + from_utf8(text, encodings[number % 3]).utf8;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    look(bytes, "");
    for (const std::string_view encoding : {"GB18030", "UTF-16LE"}) look(bytes, encoding);
    return 0;
}
