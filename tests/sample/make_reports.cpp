// make_reports FOLDER COUNT: writes that many reports, one layout after another.
// make_reports FOLDER COUNT --office: the same as Word documents and pages.
// make_reports FOLDER COUNT --faulty: those with faults in them.
// make_reports FOLDER COUNT --history: FOLDER/2022 and FOLDER/2023, the same agencies in both, and
// history.tsv, which says of each report of 2023 which rule has something to find, or “-”, and what
// was done to it. make_reports FILE --bytes N: writes one file of reports on end, at least N bytes
// long.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>

#include "sample/faults.hpp"
#include "sample/history.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"

namespace {

using namespace gouji::sample;

std::string nth(std::uint32_t index, Layout layout, bool faulty = false) {
    Report report = make_report(index);
    if (faulty) plant_faults(report, index);
    return render(report, layout);
}

int many(const std::filesystem::path& folder, std::uint32_t count, std::span<const Layout> in_turn,
         bool faulty = false) {
    std::filesystem::create_directories(folder);
    for (std::uint32_t i = 0; i < count; ++i) {
        const Layout layout = in_turn[i % in_turn.size()];
        char number[16];
        std::snprintf(number, sizeof number, "%05u-", i);
        std::string file = number;
        file.append(name(layout)).append(extension(layout));
        std::ofstream(folder / file, std::ios::binary) << nth(i, layout, faulty);
    }
    return 0;
}

int histories(const std::filesystem::path& folder, std::uint32_t count) {
    std::filesystem::create_directories(folder / "2022");
    std::filesystem::create_directories(folder / "2023");
    std::ofstream truth(folder / "history.tsv", std::ios::binary);
    for (std::uint32_t i = 0; i < count; ++i) {
        const History history = make_history(i);
        const Layout layout = layouts[i % layouts.size()];
        char file[16];
        std::snprintf(file, sizeof file, "%05u", i);
        const std::string now = std::string(file) + std::string(extension(layout));
        std::ofstream(folder / "2022" / (std::string(file) + ".txt"), std::ios::binary)
            << render(history.last, Layout::word);
        std::ofstream(folder / "2023" / now, std::ios::binary) << render(history.now, layout);
        truth << now << '\t' << history.rule << '\t' << history.kind << '\n';
    }
    return truth.good() ? 0 : 1;
}

int one(const std::filesystem::path& file, std::uint64_t bytes) {
    std::ofstream out(file, std::ios::binary);
    std::uint64_t written = 0;
    for (std::uint32_t i = 0; written < bytes; ++i) {
        const std::string text = nth(i % 500, Layout::word);
        out << text;
        written += text.size();
    }
    return out.good() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    if (count == 3)
        return many(words[1], static_cast<std::uint32_t>(std::strtoul(words[2], nullptr, 10)),
                    layouts);
    const std::string_view kind = count == 4 ? words[3] : "";
    if (kind == "--office" || kind == "--faulty")
        return many(words[1], static_cast<std::uint32_t>(std::strtoul(words[2], nullptr, 10)),
                    office_layouts, kind == "--faulty");
    if (kind == "--history")
        return histories(words[1], static_cast<std::uint32_t>(std::strtoul(words[2], nullptr, 10)));
    if (count == 4 && std::string_view(words[2]) == "--bytes")
        return one(words[1], std::strtoull(words[3], nullptr, 10));
    std::fputs(
        "usage: make_reports FOLDER COUNT [--office | --faulty | --history] | make_reports FILE "
        "--bytes N\n",
        stderr);
    return 2;
}
