#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/run_command.hpp"

namespace gouji {
namespace {

std::string overview(Language language) {
    std::string out = pick(language, "gouji：检查政府信息公开工作年度报告。\n\n",
                           "gouji checks annual reports on open government information.\n\n");
    for (const Command* command : commands()) {
        out += "  gouji " + std::string(command->name) +
               std::string(10 - command->name.size(), ' ') + command->summary.in(language) + "\n";
    }
    out += pick(language, "\n例如：gouji check 年报.docx      详细：gouji help 命令\n",
                "\nFor example: gouji check report.docx      More: gouji help COMMAND\n");
    return out;
}

Result<int> show_help(const Arguments& arguments, Language language) {
    for (const std::string& name : arguments.paths()) {
        GOUJI_TRY(const Command* command, find_command(name));
        print(help_of(*command, language));
    }
    if (arguments.paths().empty()) print(overview(language));
    return exit_clean;
}

}  // namespace

const Command help_command{"help",
                           {"显示说明", "show help"},
                           {R"(用法：gouji help [命令]
)",
                            R"(Usage: gouji help [COMMAND]
)"},
                           {R"(例：  gouji help check
)",
                            R"(For example: gouji help check
)"},
                           nullptr,
                           show_help};

}  // namespace gouji
