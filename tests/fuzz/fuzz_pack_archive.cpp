// A pack as a ZIP archive. What is taken of it has sound paths, and writing it down changes
// nothing.
#include "gouji/pack/pack_files.hpp"

#include "fuzz/target.hpp"
#include "sample/stored_zip.hpp"

using namespace gouji;

std::string gouji::fuzz::seed(std::uint32_t number) {
    const std::string below = number % 3 == 0 ? "" : "heyuan/";
    std::vector<std::pair<std::string, std::string>> entries{
        {below + "pack.toml", "id = \"heyuan\"\n"}, {below + "banned.md", "+++\n+++\n"}};
    if (number % 2 == 0) entries.emplace_back(below + "lists/words.tsv", "甲\t乙\n");
    if (number % 5 == 0) entries.emplace_back("__MACOSX/x", "");
    return sample::stored_zip(entries);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto pack = read_pack_archive(bytes, "heyuan.zip");
    if (!pack) {
        fuzz::demand(!pack.error().zh.empty() && !pack.error().en.empty(), "a refusal has words");
        return 0;
    }
    fuzz::demand(pack->files.contains("pack.toml"), "a pack has a pack.toml");
    fuzz::demand(pack->files.size() <= pack_limits::most_files, "its files are bounded");
    for (const auto& [path, file] : pack->files) {
        const std::string framed = "/" + path + "/";
        fuzz::demand(
            framed.find("//") == std::string::npos && framed.find("/../") == std::string::npos &&
                framed.find("/./") == std::string::npos && path.find('\\') == std::string::npos,
            "no path leads away");
    }
    fuzz::demand(digest_of(*pack).size() == 7 + 64, "it has a digest");
    return 0;
}
