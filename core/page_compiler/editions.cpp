// edition_compiler OUTPUT FILE...: the files of rules/editions, each beside what it says, as C++
// source, so that gouji need not parse them when it starts.

#include "gouji/edition/compiled_edition.hpp"

#include <span>
#include <string>

#include "generated_source.hpp"

namespace {

std::string source(std::span<const std::string> files) {
    std::string entries;
    for (const std::string& file : files) {
        const std::string words = gouji::contents(file);
        const auto edition = gouji::parse_edition(words, file);
        if (!edition) gouji::stop(edition.error());
        entries += "    {" + gouji::text(words) + ",\n    " +
                   gouji::text(gouji::compile_edition(*edition)) + "},\n";
    }
    return "// Generated from rules/editions. Change those instead.\n"
           "#include \"cli/known_editions.hpp\"\n\nnamespace gouji {\n\n"
           "static constexpr KnownEdition editions[] = {\n" +
           entries +
           "};\n\nstd::span<const KnownEdition> known_editions() { return editions; }\n\n"
           "}  // namespace gouji\n";
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        gouji::stop(
            {"用法：edition_compiler 输出 版本文件…", "usage: edition_compiler OUTPUT FILE..."});
    }
    const std::vector<std::string> files(words + 2, words + count);
    gouji::write(words[1], source(files));
    return 0;
}
