// replay ROUNDS DICTIONARY [FOLDER…]: stands in for libFuzzer where a build has none. The target is
// given every file of the folders, then its seeds and damaged copies of them.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/damage.hpp"
#include "fuzz/target.hpp"

namespace {

using namespace gouji;

void give(const std::string& bytes) {
    // A copy of its own, so that a sanitizer sees a read behind the end.
    const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

std::size_t give_folder(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry);
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        give({std::istreambuf_iterator<char>(in), {}});
    }
    return files.size();
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: replay ROUNDS DICTIONARY [FOLDER...]\n", stderr);
        return 2;
    }
    const auto rounds = static_cast<std::uint32_t>(std::atoi(words[1]));
    const auto dictionary = fuzz::read_dictionary(words[2]);
    give("");
    std::size_t files = 0;
    for (int i = 3; i < count; ++i) files += give_folder(words[i]);
    constexpr std::uint32_t sound = 12;  // as many seeds are given as they are
    for (std::uint32_t round = 0; round < rounds; ++round) {
        sample::Chance chance(round);
        const std::string seed = fuzz::seed(round);
        if (round < sound) give(seed);
        give(fuzz::damaged(seed, dictionary, chance));
    }
    std::printf("%zu files, %u damaged seeds\n", files, rounds);
    return 0;
}
