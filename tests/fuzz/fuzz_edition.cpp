// Any bytes as an edition of the form: what is accepted can be made into a lexicon with which a
// report is read.
#include "gouji/parse/parse.hpp"
#include "gouji/semantic/analyze.hpp"

#include <fstream>
#include <iterator>

#include "fuzz/target.hpp"

std::string gouji::fuzz::seed(std::uint32_t number) {
    std::ifstream in(number % 2 == 0 ? GOUJI_ROOT "/rules/editions/2021.toml"
                                     : GOUJI_ROOT "/rules/editions/2019.toml",
                     std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gouji;
    auto edition =
        parse_edition(std::string_view(reinterpret_cast<const char*>(data), size), "a.toml");
    if (!edition) {
        fuzz::demand(!edition.error().zh.empty(), "a refusal has words");
        return 0;
    }
    const std::vector<Edition> editions{*std::move(edition)};
    const Lexicon lexicon(editions);
    if (editions.front().sample.empty()) return 0;
    const auto text = Text::decode(editions.front().sample, "UTF-8");
    if (!text) return 0;
    for (const Document& document : read(*text, "a.txt", editions))
        (void)analyze(document, lexicon, {});
    return 0;
}
