// Any bytes as TOML: a table, or an error that names its place.
#include "gouji/toml/reader.hpp"

#include "fuzz/target.hpp"

std::string gouji::fuzz::seed(std::uint32_t number) {
    static const std::string texts[] = {
        "id = \"a\"\nlist = [1, 2.5, true, \"x\"]\n[table]\nkey = { a = 1, b = [\"c\"] }\n",
        "[[entry]]\nname = 'x'\nwhen = 2023-01-31T08:00:00Z\n[[entry]]\nname = "
        "\"\"\"\nlong\n\"\"\"\n",
        "a.b.c = 1\n\"键\" = '值'\n[a.d]\ne = 0x1F\nf = 1_000\ng = inf # 注\n"};
    return texts[number % 3];
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gouji;
    const auto document =
        parse_toml(std::string_view(reinterpret_cast<const char*>(data), size), "a.toml");
    if (!document) {
        fuzz::demand(document.error().zh.starts_with("a.toml:"), "an error names its place");
        return 0;
    }
    (void)read_toml<int>(**document, [](TomlReader& reader) {
        for (const std::string& key : reader.keys()) {
            (void)reader.place(key);
            (void)reader.frame(key);
            (void)reader.texts(key);
            (void)reader.tables(key);
        }
        (void)reader.text("id");
        reader.finish();
        return 0;
    });
    return 0;
}
