// measure GOUJI FOLDER: what one small report, many reports and one large file cost. Inputs are
// made in FOLDER. measure --linear GOUJI FOLDER: fails when the cost grows faster than the text.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "bench/child.hpp"
#include "sample/layout.hpp"
#include "sample/report.hpp"

namespace {

namespace fs = std::filesystem;
using namespace gouji::bench;
using namespace gouji::sample;

std::vector<std::string> check(const std::string& gouji, const fs::path& what) {
    return {gouji,
            "check",
            "--quiet",
            "--jobs",
            "1",
            "--fail-on",
            "never",
            "--format",
            "sarif",
            "--output",
            (what.parent_path() / "out.sarif").string(),
            what.string()};
}

/// Reports on end, as long as asked for.
fs::path large_file(const fs::path& folder, std::uint64_t bytes) {
    fs::path file = folder / (std::to_string(bytes) + ".txt");
    if (fs::exists(file)) return file;
    std::ofstream out(file, std::ios::binary);
    std::uint64_t written = 0;
    for (std::uint32_t i = 0; written < bytes; ++i) {
        const std::string text = render(make_report(i % 500), Layout::word);
        out << text;
        written += text.size();
    }
    return file;
}

/// The longest of some hundred reports, and so about 8 KB.
fs::path small_file(const fs::path& folder) {
    std::string longest;
    for (std::uint32_t i = 0; i < 300; ++i) {
        std::string text = render(make_report(i), Layout::word);
        if (text.size() > longest.size()) longest = std::move(text);
    }
    fs::path file = folder / "one.txt";
    std::ofstream(file, std::ios::binary) << longest;
    return file;
}

fs::path many_files(const fs::path& folder, std::uint32_t count) {
    fs::path many = folder / "many";
    if (fs::exists(many)) return many;
    fs::create_directories(many);
    for (std::uint32_t i = 0; i < count; ++i) {
        const Layout layout = layouts[i % layouts.size()];
        std::ofstream(many / (std::to_string(i) + std::string(extension(layout))), std::ios::binary)
            << render(make_report(i), layout);
    }
    return many;
}

double megabytes(const fs::path& file) { return static_cast<double>(fs::file_size(file)) / 1e6; }

bool worked(const Cost& cost, const char* at) {
    if (cost.code == 0) return true;
    std::fprintf(stderr, "gouji ended with %d at: %s\n", cost.code, at);
    return false;
}

/// Rates go by processor time: on a machine that does other things too the clock says little.
int figures(const std::string& gouji, const fs::path& folder) {
    const fs::path one = small_file(folder);
    const Cost start = median(check(gouji, one), 41);
    if (!worked(start, "one report")) return 1;
    std::printf(
        "一份报告，冷启动 one report of %.1f KB, cold start: %.1f ms (%.1f ms 处理器 busy), %.1f "
        "MB\n",
        megabytes(one) * 1000, start.seconds * 1000, start.busy * 1000, start.megabytes);

    constexpr std::uint32_t reports = 2000;
    const Cost all = median(check(gouji, many_files(folder, reports)), 3);
    if (!worked(all, "many reports")) return 1;
    std::printf(
        "%u 份报告，单核 reports on one core: %.2f s (%.2f s 处理器 busy), %.0f/s, %.1f MB\n",
        reports, all.seconds, all.busy, reports / all.busy, all.megabytes);

    for (const std::uint64_t size : {1'000'000, 10'000'000, 100'000'000}) {
        const fs::path file = large_file(folder, size);
        auto command = check(gouji, file);
        command.insert(command.end(), {"--max-size", "200M"});
        const Cost cost = median(command, size > 50'000'000 ? 1 : 3);
        if (!worked(cost, "one large file")) return 1;
        std::printf(
            "一个 %.0f MB 的文件 one file: %.2f s (%.2f s 处理器 busy), %.1f MB/s, 内存 memory "
            "%.1f MB (%.1f ×)\n",
            megabytes(file), cost.seconds, cost.busy, megabytes(file) / cost.busy, cost.megabytes,
            cost.megabytes / megabytes(file));
        std::fflush(stdout);
    }
    return 0;
}

int linear(const std::string& gouji, const fs::path& folder) {
    const Cost nothing = median(check(gouji, large_file(folder, 1)), 3);
    const Cost small = median(check(gouji, large_file(folder, 1'000'000)), 3);
    const Cost large = median(check(gouji, large_file(folder, 4'000'000)), 3);
    if (!worked(small, "1 MB") || !worked(large, "4 MB")) return 1;
    const double time = (large.busy - nothing.busy) / (small.busy - nothing.busy);
    // Bytes for each byte of text that is more: what both hold alike does not count.
    const double memory =
        (large.megabytes - small.megabytes) /
        (megabytes(large_file(folder, 4'000'000)) - megabytes(large_file(folder, 1'000'000)));
    std::printf("four times the text: %.1f times the processor time, %.1f bytes a byte\n", time,
                memory);
    return time < 7 && memory < 3 ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    const bool only_linear = !arguments.empty() && arguments[0] == "--linear";
    if (arguments.size() != (only_linear ? 3U : 2U)) {
        std::fputs("usage: measure [--linear] GOUJI FOLDER\n", stderr);
        return 2;
    }
    const fs::path folder = arguments.back();
    fs::create_directories(folder);
    return (only_linear ? linear : figures)(arguments[arguments.size() - 2], folder);
}
