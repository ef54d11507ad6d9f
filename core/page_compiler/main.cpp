// Compiles rule pages. gouji_add_plugin runs it whenever one has changed, in one of two ways:
//     header OUTPUT PAGE                           the page's messages and lists as C++ types
//     plugin OUTPUT ID VERSION LISTS... -- PAGE... the source that exports the plugin: its rules,
//                                                  and its pages as text and compiled
// LISTS are the folders of shared word lists.

#include "gouji/rule/compiled_page.hpp"

#include <algorithm>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generated_source.hpp"
#include "page_header.hpp"

namespace {

using gouji::contents;
using gouji::stop;
using gouji::text;
using gouji::write;

std::string stem_of(const std::string& file) {
    const std::string name = file.substr(file.find_last_of('/') + 1);
    return name.substr(0, name.find_last_of('.'));
}

gouji::Page parsed(const std::string& words, const std::string& file) {
    auto page = gouji::parse_page(words, file);
    if (!page) stop(page.error());
    return std::move(*page);
}

std::string declaration(const std::string& id, const std::string& version,
                        std::span<const std::filesystem::path> lists,
                        std::span<const std::string> pages) {
    std::string texts;
    std::string entries;
    std::string compiled;
    for (const std::string& file : pages) {
        const std::string stem = stem_of(file);
        const std::string words = contents(file);
        gouji::Page page = parsed(words, file);
        if (const auto done = gouji::load_shared_lists(page, lists); !done) stop(done.error());
        texts += "extern const gouji_text gouji_page_" + stem + ";\n" +
                 "const gouji_text gouji_page_" + stem + text(words) + ";\n" +
                 "extern const gouji_rule gouji_rule_" + stem + ";\n";
        entries += "    &gouji_rule_" + stem + ",\n";
        compiled += "    " + text(gouji::compile_page(page)) + ",\n";
    }
    const std::string none = pages.empty() ? "    {},\n" : "";
    const std::string count = std::to_string(pages.size());
    return "// Generated from the rules' pages. Change those instead.\n"
           "#include <gouji/abi.h>\nextern \"C\" {\n" +
           texts + "static const gouji_rule* const rules[] = {\n" + entries + none +
           "};\nconst gouji_plugin gouji_plugin_v1{sizeof(gouji_plugin), GOUJI_ABI_MINOR, "
           "GOUJI_TEXT(\"" +
           id + "\"), GOUJI_TEXT(\"" + version + "\"),\n    rules, " + count +
           "};\n\n// For gouji alone: the pages compiled, so that it need not parse them.\n"
           "static const gouji_text compiled[] = {\n" +
           compiled + none +
           "};\nstruct gouji_compiled_pages_table {\n    uint32_t count;\n    const gouji_text* "
           "pages;\n};\nextern GOUJI_EXPORT const gouji_compiled_pages_table "
           "gouji_compiled_pages;\n"
           "const gouji_compiled_pages_table gouji_compiled_pages{" +
           count + ", compiled};\n}\n";
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    if (arguments.size() == 3 && arguments[0] == "header") {
        const std::string& page = arguments[2];
        write(arguments[1], gouji::page_header(parsed(contents(page), page), stem_of(page)));
        return 0;
    }
    const auto pages = std::find(arguments.begin(), arguments.end(), "--");
    if (pages - arguments.begin() < 4 || pages == arguments.end() || arguments[0] != "plugin") {
        stop(
            {"用法：page_compiler header 输出 规则页，或 page_compiler plugin 输出 插件 版本 "
             "词表文件夹… -- "
             "规则页…",
             "usage: page_compiler header OUTPUT PAGE, or page_compiler plugin OUTPUT ID VERSION "
             "LISTS... -- "
             "PAGE..."});
    }
    const std::vector<std::filesystem::path> lists(arguments.begin() + 4, pages);
    const std::vector<std::string> files(pages + 1, arguments.end());
    write(arguments[1], declaration(arguments[2], arguments[3], lists, files));
    return 0;
}
