#include "cli/run_command.hpp"

#include "cli/console.hpp"

namespace gouji {
namespace {

Options options_of(const Command& command, Language language) {
    Options out(language);
    if (command.options != nullptr) command.options(out);
    return out;
}

}  // namespace

std::string help_of(const Command& command, Language language) {
    return command.usage.in(language) + "\n" + options_of(command, language).help() + "\n" +
           command.notes.in(language);
}

int run_command(const Command& command, const std::vector<std::string>& words, Language language) {
    const auto arguments = Arguments::parse(words, options_of(command, language));
    if (arguments && arguments->on("help")) {
        print(help_of(command, language));
        return exit_clean;
    }
    const auto code = arguments ? command.run(*arguments, language) : Failure(arguments.error());
    if (code) return *code;
    complain(code.error(), language);
    return exit_failed;
}

}  // namespace gouji
