#include "gouji/base/nearest.hpp"
#include "gouji/base/version.hpp"

#include <csignal>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/run_command.hpp"

namespace gouji {

std::span<const Command* const> commands() {
    static constexpr const Command* all[] = {&check_command, &rules_command,  &explain_command,
                                             &model_command, &test_command,   &plugins_command,
                                             &fix_command,   &config_command, &baseline_command,
                                             &facts_command, &new_command,    &help_command};
    return all;
}

Result<const Command*> find_command(const std::string& name) {
    std::vector<std::string> known;
    for (const Command* command : commands()) {
        if (command->name == name) return command;
        known.emplace_back(command->name);
    }
    const Localized near =
        did_you_mean(name, known, {"，用 gouji help 看全部命令", "; gouji help lists them"});
    return fail("没有命令“" + name + "”" + near.zh, "no command '" + name + "'" + near.en);
}

namespace {

int dispatch(const std::vector<std::string>& words) {
    const Language language = language_of(words);
    if (words.empty()) {
        run_command(help_command, {}, language);
        return exit_failed;
    }
    const std::string& name = words.front();
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (name == "--help" || name == "-h") return run_command(help_command, rest, language);
    if (name == "--version") {
        print(std::string("gouji ") + version + "\n");
        return exit_clean;
    }
    const auto command = find_command(name);
    if (command) return run_command(**command, rest, language);
    complain(command.error(), language);
    return exit_failed;
}

}  // namespace
}  // namespace gouji

#ifdef __SANITIZE_ADDRESS__
// GCC 12's leak checker may crash where threads have run code of loaded plugins that has
// thread-locals, and then decides the exit code. The unit tests look for leaks.
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

int main(int count, char** words) {
    // A file that grows beyond its limit is an error with a sentence, and not the end.
    std::signal(SIGXFSZ, SIG_IGN);
    return gouji::dispatch({words + 1, words + count});
}
