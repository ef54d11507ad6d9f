// Stands in for libFuzzer: sample reports in every layout, then damaged copies of them.
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

/// Cuts, doubles, moves and overwrites stretches, in bytes and so through characters too.
std::string damaged(std::string text, Chance& chance) {
    constexpr std::string_view intruders[] = {
        "\t",   "\n\n",           "|",           "　", "\r", "\xff",
        "《",   "第二十条",       "一、",        "0",  "-",  std::string_view("\0", 1),
        "总计", "2021年13月40日", "\xe2\x80\xa8"};
    for (int wounds = 1 + chance.below(6); wounds > 0 && !text.empty(); --wounds) {
        const auto at = static_cast<std::size_t>(chance.below(static_cast<int>(text.size())));
        const auto length = static_cast<std::size_t>(chance.below(200));
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

}  // namespace

int main(int count, char** words) {
    const int rounds = count > 1 ? std::atoi(words[1]) : 100;
    give("");
    for (int round = 0; round < rounds; ++round) {
        const auto seed = static_cast<std::uint32_t>(round);
        Chance chance(seed);
        const std::string text = render(make_report(seed), layouts[seed % layouts.size()]);
        if (seed < layouts.size()) give(text);
        give(damaged(text, chance));
    }
    return 0;
}
