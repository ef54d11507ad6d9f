#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/installation.hpp"

namespace gouji {
namespace {

Result<int> list_plugins(const Arguments& arguments, Language language) {
    const auto installation = load_installation(arguments);
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

}  // namespace

const Command plugins_command{"plugins",
                              {"列出载入的插件和规则包，以及没有载入的原因",
                               "list plugins and packs, and why any was refused"},
                              {R"(用法：gouji plugins [选项]

列出从哪里载入了哪些插件和规则包；没能载入的，在标准错误上说明原因并返回 2。
)",
                               R"(Usage: gouji plugins [options]

Lists which plugins and packs were loaded, and from where; those refused are named on standard
error with the reason, and the exit code is 2.
)"},
                              {R"(例：  gouji plugins --plugin ./我的规则.gouji
)",
                               R"(For example: gouji plugins --plugin ./mine.gouji
)"},
                              add_rule_sources,
                              list_plugins};

}  // namespace gouji
