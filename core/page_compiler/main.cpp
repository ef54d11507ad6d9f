// Writes the source that declares a plugin: its pages, as they are and compiled, and its rules.
// gouji_add_plugin runs it whenever a page has changed.

#include "gouji/rule/compiled_page.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

[[noreturn]] void stop(const gouji::Error& error) {
    std::fprintf(stderr, "%s\n%s\n", error.what.c_str(), error.english.c_str());
    std::exit(1);
}

std::string contents(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) stop({file + "：读不到这个文件", file + ": cannot be read"});
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Bytes as literals of one line each, joined by the compiler: any byte, and any length.
std::string literal(std::string_view bytes) {
    constexpr std::size_t width = 48;
    constexpr char digits[] = "01234567";
    std::string out;
    for (std::size_t at = 0; at < bytes.size() || at == 0; at += width) {
        out += "\n    \"";
        for (const char c : bytes.substr(at, width)) {
            const auto byte = static_cast<unsigned char>(c);
            out += {'\\', digits[byte >> 6U], digits[(byte >> 3U) & 7U], digits[byte & 7U]};
        }
        out += '"';
    }
    return out;
}

std::string text(std::string_view bytes) {
    return "{" + literal(bytes) + ", " + std::to_string(bytes.size()) + "}";
}

std::string declaration(const std::string& id, const std::string& version, int count,
                        char** pages) {
    std::string texts;
    std::string entries;
    std::string compiled;
    for (int i = 0; i < count; ++i) {
        const std::string file = pages[i];
        const std::string name = file.substr(file.find_last_of('/') + 1);
        const std::string stem = name.substr(0, name.find_last_of('.'));
        const std::string words = contents(file);
        const auto page = gouji::parse_page(words, file);
        if (!page) stop(page.error());
        texts += "extern const gouji_text gouji_page_" + stem + ";\n" +
                 "const gouji_text gouji_page_" + stem + text(words) + ";\n" +
                 "extern const gouji_rule gouji_rule_" + stem + ";\n";
        entries += "    &gouji_rule_" + stem + ",\n";
        compiled += "    " + text(gouji::compile_page(*page)) + ",\n";
    }
    const std::string none = count == 0 ? "    {},\n" : "";
    return "// Generated from the rules' pages. Change those instead.\n"
           "#include <gouji/abi.h>\nextern \"C\" {\n" +
           texts + "static const gouji_rule* const rules[] = {\n" + entries + none +
           "};\nstatic const gouji_text compiled[] = {\n" + compiled + none +
           "};\nconst gouji_plugin gouji_plugin_v1{sizeof(gouji_plugin), GOUJI_ABI_MINOR, \"" + id +
           "\", \"" + version + "\",\n    rules, " + std::to_string(count) + ", compiled};\n}\n";
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4)
        stop({"用法：declare 输出 插件 版本 规则页…", "usage: declare OUTPUT ID VERSION PAGE..."});
    const std::string source = declaration(arguments[2], arguments[3], count - 4, arguments + 4);
    std::ofstream out(arguments[1], std::ios::binary);
    if (!(out << source << std::flush)) {
        const std::string file = arguments[1];
        stop({file + "：写不进去", file + ": cannot be written"});
    }
    return 0;
}
