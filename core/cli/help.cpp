#include "cli/command.hpp"
#include "cli/console.hpp"

namespace gouji {
namespace {

std::string overview(Language language) {
    std::string out = pick(language, "gouji：检查政府信息公开工作年度报告。\n\n",
                           "gouji checks annual reports on open government information.\n\n");
    for (const Command* command : commands()) {
        out += "  gouji " + std::string(command->name) +
               std::string(10 - command->name.size(), ' ') + command->summary.in(language) + "\n";
    }
    out += pick(language, "\n例如：gouji check 年报.txt      详细：gouji help 命令\n",
                "\nFor example: gouji check report.txt      More: gouji help COMMAND\n");
    return out;
}

int run_help(const std::vector<std::string>& words, Language language) {
    for (const std::string& word : words) {
        for (const Command* command : commands()) {
            if (command->name == word) {
                print(command->help.in(language));
                return exit_clean;
            }
        }
    }
    print(overview(language));
    return exit_clean;
}

}  // namespace

const Command help_command{"help",
                           {"显示说明", "show help"},
                           {"用法：gouji help [命令]\n\n例：  gouji help check\n",
                            "Usage: gouji help [COMMAND]\n\nFor example: gouji help check\n"},
                           run_help};

}  // namespace gouji
