#include "cli/run_command.hpp"

#include "cli/console.hpp"

namespace gouji {

int open_command(const Command& command, const boost::program_options::options_description& options,
                 const std::vector<std::string>& words, Language language, const Work& work) {
    const auto arguments = Arguments::parse(words, options);
    if (arguments && arguments->on("help")) {
        print(command.help.in(language));
        return exit_clean;
    }
    const auto code = arguments ? work(*arguments) : Failure(arguments.error());
    if (code) return *code;
    complain(code.error(), language);
    return exit_failed;
}

}  // namespace gouji
