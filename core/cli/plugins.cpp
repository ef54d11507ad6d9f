#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/installation.hpp"
#include "cli/run_command.hpp"

namespace gouji {
namespace {

namespace po = boost::program_options;

po::options_description options() {
    po::options_description out;
    add_values(out, {"paths", "lang"});
    add_switches(out, {"help"});
    add_rule_sources(out);
    return out;
}

Result<int> list_plugins(const Arguments& arguments, Language language) {
    const auto installation = load_installation(arguments, {}, {}, true);  // pages alone are wanted
    if (!installation) return Failure(installation.error());
    std::string out;
    for (const Component& component : installation->catalogue.components()) {
        const std::string count = std::to_string(component.rule_count);
        const char* kind = component.native ? (pick(language, "插件", "plugin"))
                                            : (pick(language, "规则包", "pack  "));
        out += std::string(kind) + "  " + component.id + " " + component.version + "  " +
               (language == Language::en ? count + " rules" : count + " 条规则") + "  " +
               component.place;
        // A plugin that was built for a newer gouji works: what this one lacks, it does without.
        if (component.abi_minor > GOUJI_ABI_MINOR) {
            const std::string minor = "1." + std::to_string(component.abi_minor);
            out += language == Language::en ? "  (built for boundary " + minor + ")"
                                            : "  （按接口 " + minor + " 编译）";
        }
        out += "\n";
    }
    print(out);
    for (const Error& error : installation->catalogue.refused()) complain(error, language);
    return installation->catalogue.refused().empty() ? exit_clean : exit_failed;
}

int run_plugins(const std::vector<std::string>& words, Language language) {
    return open_command(
        plugins_command, options(), words, language,
        [&](const Arguments& arguments) { return list_plugins(arguments, language); });
}

}  // namespace

const Command plugins_command{"plugins",
                              {"列出载入的插件和规则包，以及没有载入的原因",
                               "list plugins and packs, and why any was refused"},
                              {R"(用法：gouji plugins [--plugin 文件] [--plugin-path 文件夹]
                   [--pack 规则包] [--lang zh|en]

列出从哪里载入了哪些插件和规则包；没能载入的，在标准错误上说明原因并返回 2。

例：  gouji plugins --plugin ./我的规则.gouji
)",
                               R"(Usage: gouji plugins [--plugin FILE] [--plugin-path DIR]
                   [--pack PACK] [--lang zh|en]

Lists which plugins and packs were loaded, and from where; those refused are named on standard
error with the reason, and the exit code is 2.

For example: gouji plugins --plugin ./mine.gouji
)"},
                              run_plugins};

}  // namespace gouji
