// Stands in for libFuzzer: sample reports as packages, main parts and pages, then damaged copies of
// them.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "sample/chance.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace gouji::sample;

void give(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// Elements and stretches are cut, doubled, moved, and put where they do not belong.
std::string damaged(std::string text, Chance& chance) {
    constexpr std::string_view intruders[] = {"<",
                                              "</w:p>",
                                              "<w:p>",
                                              "<w:tbl>",
                                              "</w:tc>",
                                              "<w:del>",
                                              "<w:ins w:id=\"1\">",
                                              "&amp;",
                                              "&#0;",
                                              "]]>",
                                              "<![CDATA[",
                                              "<w:tc/>",
                                              "<w:vMerge/>",
                                              "<td rowspan=9>",
                                              "</b>",
                                              "<table>",
                                              "<!--",
                                              "\xff",
                                              "<w:fldChar w:fldCharType=\"begin\"/>",
                                              "<w:sdt>",
                                              "</div>",
                                              "<script>",
                                              "<br>",
                                              "\""};
    for (int wounds = 1 + chance.below(6); wounds > 0 && !text.empty(); --wounds) {
        std::size_t at = static_cast<std::size_t>(chance.below(static_cast<int>(text.size())));
        std::size_t length = static_cast<std::size_t>(chance.below(300));
        if (chance.one_in(2)) {  // whole tags
            at = std::min(text.find('<', at), text.size());
            length = std::min(text.find('>', at), text.size() - 1) + 1 - at;
        }
        switch (chance.below(4)) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, text.substr(at, length));
                break;
            case 2:
                text.insert(at, chance.pick(intruders));
                break;
            default:
                text += text.substr(at, length);
                text.erase(at, length);
        }
    }
    return text;
}

/// The main part of a sample .docx, in which nothing is packed.
std::string main_part(const std::string& package) {
    const std::size_t begin = package.find("<w:document");
    return package.substr(begin, package.find("</w:document>") + 13 - begin);
}

}  // namespace

int main(int count, char** words) {
    const int rounds = count > 1 ? std::atoi(words[1]) : 100;
    for (int round = 0; round < rounds; ++round) {
        const auto seed = static_cast<std::uint32_t>(round);
        Chance chance(seed);
        const Report report = make_report(seed % 10);
        const std::string package = render(report, Layout::docx_numbered);
        const std::string page = render(report, Layout::html_noisy);
        if (round == 0) {
            give(package);
            give(page);
        }
        give(damaged(package, chance));
        for (int i = 0; i < 4; ++i) give(damaged(main_part(package), chance));
        give(damaged(page, chance));
    }
    return 0;
}
