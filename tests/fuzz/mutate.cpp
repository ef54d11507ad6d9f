// What libFuzzer does to an input: its own changes of bytes, those that know lines, tags and cells,
// and now and then a new seed.
#include <algorithm>
#include <cstdlib>

#include "fuzz/damage.hpp"
#include "fuzz/target.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t room);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t room, unsigned number) {
    using namespace gouji;
    static const auto words = fuzz::read_dictionary(
        std::getenv("GOUJI_DICTIONARY") != nullptr ? std::getenv("GOUJI_DICTIONARY") : "");
    sample::Chance chance(number);
    if (chance.one_in(3)) return LLVMFuzzerMutate(data, size, room);
    std::string text(reinterpret_cast<const char*>(data), size);
    if (text.empty() || chance.one_in(50)) text = fuzz::seed(number);
    text = fuzz::damaged(std::move(text), words, chance);
    text.resize(std::min(text.size(), room));
    std::copy(text.begin(), text.end(), data);
    return text.size();
}
