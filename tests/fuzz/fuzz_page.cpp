// Any bytes as a rule's page: read with its examples, made ready as a declarative rule, compiled
// and read again.
#include "gouji/edition/lexicon.hpp"
#include "gouji/pack/kind.hpp"
#include "gouji/rule/compiled_page.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/editions.hpp"
#include "fuzz/target.hpp"

namespace {

namespace fs = std::filesystem;

/// The pages of the example packs and of the plugins.
std::vector<std::string> pages() {
    std::vector<fs::path> files;
    for (const char* folder : {GOUJI_ROOT "/rules/examples", GOUJI_ROOT "/plugins"}) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.path().extension() == ".md") files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> out;
    for (const fs::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return out;
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    static const std::vector<std::string> all = pages();
    return all[number % all.size()];
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gouji;
    auto page = parse_page(std::string(reinterpret_cast<const char*>(data), size), "/none/a.md");
    if (!page) {
        fuzz::demand(!page.error().zh.empty(), "a refusal has words");
        return 0;
    }
    (void)parse_examples(*page);
    const std::string compiled = compile_page(*page);
    auto again = compiled_page(compiled, *page->text, page->file);
    fuzz::demand(again.has_value(), "a compiled page is read again");
    again->text = page->text;  // a plugin keeps it; here the page does
    fuzz::demand(compile_page(*again) == compiled, "and is the same");
    add_default_messages(*page);
    if (page->native) return 0;
    TermTable terms;
    const auto checker = make_checker(*page, fuzz::editions(), terms);
    terms.compile();
    fuzz::demand(checker.has_value() || !checker.error().zh.empty(), "a refusal has words");
    return 0;
}
