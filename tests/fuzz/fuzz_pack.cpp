// A pack of one page, as files: what is between the lines “%%” is pack.toml, the page, and a list.
// A pack that loads is asked to check a report.
#include "gouji/pack/kind.hpp"
#include "gouji/pack/pack.hpp"
#include "gouji/parse/parse.hpp"
#include "gouji/rule/collector.hpp"
#include "gouji/semantic/analyze.hpp"
#include "gouji/terms/term_hits.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include "fuzz/editions.hpp"
#include "fuzz/target.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"

namespace {

using namespace gouji;
namespace fs = std::filesystem;

constexpr std::string_view border = "\n%%\n";

/// A folder that goes with the program.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / "gouji-fuzz-XXXXXX") {
        std::string name = path_.string();
        if (::mkdtemp(name.data()) == nullptr) fuzz::demand(false, "there is a folder");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string contents(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void check(const Checker& checker, const Page& page, const TermTable& terms) {
    static const std::string report =
        sample::render(sample::make_report(7), sample::Layout::tabbed);
    static const auto text = Text::decode(report, "UTF-8");
    static const Document document =
        parse_report(*text, span_of(0, report.size()), "年报.txt", fuzz::lexicon());
    static const SemanticModel model = analyze(document, fuzz::lexicon(), {});
    const std::atomic<bool> stop{false};
    Collector collector(text->view(), document.extent(), stop);
    collector.begin(0, page);
    checker.check({document, model, TermHits(terms, model.prose)}, collector);
    collector.end();
    fuzz::demand(collector.failures.empty(), "a declarative rule keeps the contract");
}

}  // namespace

std::string gouji::fuzz::seed(std::uint32_t number) {
    static const std::vector<fs::path> all = [] {
        std::vector<fs::path> out;
        for (const auto& entry : fs::recursive_directory_iterator(GOUJI_ROOT "/rules/examples")) {
            if (entry.path().extension() == ".md") out.push_back(entry.path());
        }
        std::sort(out.begin(), out.end());
        return out;
    }();
    const fs::path page = all[number % all.size()];
    return contents(page.parent_path() / "pack.toml") + std::string(border) + contents(page) +
           std::string(border) + "旧词\t新词\t甲;乙\t丙\n# 注\n丁丁\n";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Folder folder;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    for (const char* name : {"pack.toml", "page.md", "list.tsv"}) {
        const std::size_t end = std::min(rest.find(border), rest.size());
        std::ofstream(folder.path() / name, std::ios::binary) << rest.substr(0, end);
        rest.remove_prefix(std::min(end + border.size(), rest.size()));
    }
    const auto pack = load_pack(folder.path().string(), "0.1.0");
    if (!pack) {
        fuzz::demand(!pack.error().zh.empty(), "a refusal has words");
        return 0;
    }
    for (const Page& page : pack->pages) {
        if (page.native) continue;
        TermTable terms;
        const auto checker = make_checker(page, fuzz::editions(), terms);
        terms.compile();
        if (checker) check(**checker, page, terms);
    }
    return 0;
}
