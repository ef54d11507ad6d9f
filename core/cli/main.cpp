#include "gouji/base/nearest.hpp"
#include "gouji/base/version.hpp"

#include "cli/command.hpp"
#include "cli/console.hpp"

namespace gouji {

std::span<const Command* const> commands() {
    static constexpr const Command* all[] = {&check_command, &rules_command,  &explain_command,
                                             &model_command, &test_command,   &plugins_command,
                                             &fix_command,   &config_command, &baseline_command,
                                             &new_command,   &help_command};
    return all;
}

namespace {

int dispatch(const std::vector<std::string>& words) {
    const Language language = language_of(words);
    if (words.empty()) {
        help_command.run({}, language);
        return exit_failed;
    }
    const std::string& name = words.front();
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (name == "--help" || name == "-h") return help_command.run(rest, language);
    if (name == "--version") {
        print(std::string("gouji ") + version + "\n");
        return exit_clean;
    }
    std::vector<std::string> known;
    for (const Command* command : commands()) {
        if (command->name == name) return command->run(rest, language);
        known.emplace_back(command->name);
    }
    const Localized near =
        did_you_mean(name, known, {"，用 gouji help 看全部命令", "; gouji help lists them"});
    complain({"没有命令“" + name + "”" + near.zh, "no command '" + name + "'" + near.en}, language);
    return exit_failed;
}

}  // namespace
}  // namespace gouji

int main(int count, char** words) { return gouji::dispatch({words + 1, words + count}); }
