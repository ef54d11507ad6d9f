#include "gouji/base/nearest.hpp"
#include "gouji/base/version.hpp"
#include "gouji/sandbox/host.hpp"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>

#include <unistd.h>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/run_command.hpp"

namespace gouji {

std::span<const Command* const> commands() {
    static constexpr const Command* all[] = {
        &check_command,   &rules_command, &explain_command, &model_command,    &test_command,
        &plugins_command, &fix_command,   &config_command,  &baseline_command, &facts_command,
        &new_command,     &pack_command,  &lsp_command,     &help_command};
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
    if (name == "worker") return run_worker(rest);
    const auto command = find_command(name);
    if (command) return run_command(**command, rest, language);
    std::error_code ignored;
    if (std::filesystem::exists(name, ignored)) {
        complain(
            {"要检查文件，请写 gouji check " + name, "to check a file, write gouji check " + name},
            language);
        return exit_failed;
    }
    complain(command.error(), language);
    return exit_failed;
}

std::terminate_handler usual = nullptr;

std::atomic<bool> memory_ran_out = false;

/// The handler of operator new.
[[noreturn]] void no_memory() {
    memory_ran_out = true;
    throw std::bad_alloc();
}

/// The last resort, on whatever thread memory runs out where nobody can go on without it. Functions
/// of the standard library that must not throw come here without an exception that could be looked
/// at.
[[noreturn]] void end_without_memory() {
    const std::exception_ptr thrown = std::current_exception();
    bool without_memory = !thrown && memory_ran_out;
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        without_memory = true;
    } catch (...) {  // NOLINT(bugprone-empty-catch): a bug, and shown as one
    }
    if (without_memory) {
        const bool english = language_of({}) == Language::en;
        static constexpr std::string_view zh =
            "gouji: 内存不足，没有完成；请减小 --jobs，或把文件分开处理\n";
        static constexpr std::string_view en =
            "gouji: out of memory, not done; use fewer --jobs, or take fewer files at once\n";
        const std::string_view words = english ? en : zh;
        static_cast<void>(!::write(STDERR_FILENO, words.data(), words.size()));
        ::_exit(exit_failed);
    }
    usual();
    std::abort();
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
    std::set_new_handler(gouji::no_memory);
    gouji::usual = std::set_terminate(gouji::end_without_memory);
    const std::vector<std::string> arguments(words + 1, words + count);
    const int code = gouji::dispatch(arguments);
    const auto failure = gouji::standard_output_failure();
    if (!failure || code == gouji::exit_failed) return code;
    gouji::complain(*failure, gouji::language_of(arguments));
    return gouji::exit_failed;
}
