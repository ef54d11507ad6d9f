#include "gouji/engine/probe_plugin.hpp"

#include "gouji/base/record.hpp"
#include "gouji/plugin/native_checker.hpp"
#include "gouji/text/utf8_check.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji {
namespace {

constexpr int patience_milliseconds = 10'000;
constexpr std::size_t longest_account = std::size_t{64} << 20U;  ///< bytes

void write_error(RecordWriter& out, const std::optional<Error>& error) {
    out.text(error ? error->zh : "");
    out.text(error ? error->en : "");
}
std::optional<Error> read_error(RecordReader& in) {
    Error error{in.text(), in.text()};
    return error.zh.empty() ? std::nullopt : std::optional(std::move(error));
}

/// Loads a plugin, makes and destroys its rules, and puts down what it is.
std::string account_of(const std::filesystem::path& file) {
    RecordWriter out;
    const auto plugin = load_plugin(file);
    write_error(out, plugin ? std::nullopt : std::optional(plugin.error()));
    if (!plugin) return out.take();
    out.text(plugin->id);
    out.text(plugin->version);
    out.number(plugin->abi_minor);
    out.list(plugin->refused, [&](const Error& error) { write_error(out, error); });
    const std::string own_file = absolute_file(file);
    out.list(plugin->rules, [&](const NativeRule& rule) {
        out.text(rule.page.file);
        out.text({rule.functions.page->data, rule.functions.page->size});
        out.list(rule.page.lists, [&](const WordList& list) {
            out.text(list.shared);
            out.list(list.words, [&](const std::string& word) { out.text(word); });
            out.list(list.values, [&](const std::string& value) { out.text(value); });
        });
        const auto checker = make_native_checker(rule.functions, rule.page, own_file, {});
        write_error(out, checker ? std::nullopt : std::optional(checker.error()));
    });
    return out.take();
}

/// The words of a list; what is no UTF-8 is left out.
void read_list(RecordReader& in, WordList& list) {
    list.shared = in.text();
    list.words.clear();
    list.values.clear();
    const auto take = [&](std::vector<std::string>& words) {
        in.list([&] { words.push_back(replace_invalid_utf8(in.view())); });
    };
    take(list.words);
    take(list.values);
    list.values.resize(list.values.empty() ? 0 : list.words.size());
}

/// The plugin as the child has put it down: what comes out of a process with foreign code in it is
/// believed no more than the code.
Result<Plugin> plugin_of(std::string_view account, const std::filesystem::path& file) {
    RecordReader in(account);
    if (auto error = read_error(in)) return Failure(std::move(*error));
    Plugin out{file, in.text(), in.text(), in.small(), {}, {}};
    in.list([&] {
        if (auto error = read_error(in)) out.refused.push_back(std::move(*error));
    });
    in.list([&] {
        const std::string name = in.text();
        auto page = parse_page(in.text(), name);
        // The page says which lists there are; what stands in shared ones only the plugin knows.
        std::size_t at = 0;
        in.list([&] {
            WordList ignored;
            WordList& list = page && at < page->lists.size() ? page->lists[at] : ignored;
            ++at;
            read_list(in, list);
        });
        auto failure = read_error(in);
        if (page && page->native && page->id.starts_with(out.id + "/"))
            out.rules.push_back({std::move(*page), {}, std::move(failure)});
    });
    if (in.done()) return out;
    return fail(file.string() + "：试载入时说不清自己有哪些规则，不用这个插件",
                file.string() + ": when tried out it gave no account of its rules; it is not used");
}

/// The child's whole life. `word` is where it gives its account.
[[noreturn]] void perform(const std::filesystem::path& file, int word, int output) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere >= 0) dup2(nowhere, STDIN_FILENO), dup2(nowhere, STDERR_FILENO);
    if (output >= 0) dup2(output, STDOUT_FILENO);
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    const std::string account = account_of(file);
    for (std::string_view rest = account; !rest.empty();) {
        const ssize_t written = write(word, rest.data(), rest.size());
        if (written <= 0) break;
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    _exit(0);  // a sanitizer has its own idea of a clean end
#else
    std::exit(0);  // runs the plugin's destructors and atexit handlers
#endif
}

/// What the child said and whether it then ended in time; kills it if not.
struct Outcome {
    std::string account;
    bool late = false;
    int status = 0;
};
Outcome attend(pid_t child, int word) {
    Outcome out;
    int waited = 0;
    for (bool open = true; open && !out.late;) {
        pollfd one{word, POLLIN, 0};
        const int ready = poll(&one, 1, 100);
        if (ready == 0) {
            waited += 100;
            out.late = waited >= patience_milliseconds;
        } else if (ready > 0) {
            std::array<char, 1U << 16U> part{};
            const ssize_t got = read(word, part.data(), part.size());
            open = got > 0 && out.account.size() < longest_account;
            if (open) out.account.append(part.data(), static_cast<std::size_t>(got));
        }
    }
    for (; !out.late && waitpid(child, &out.status, WNOHANG) == 0; ++waited) {
        out.late = waited >= patience_milliseconds;
        usleep(1000);
    }
    kill(-child, SIGKILL);
    if (out.late) {
        kill(child, SIGKILL);
        while (waitpid(child, &out.status, 0) < 0 && errno == EINTR) {
        }
    }
    return out;
}

}  // namespace

Result<Plugin> probe_plugin(const std::filesystem::path& plugin) {
    const std::string file = plugin.string();
    const auto no_means = [&] {
        const std::string why = std::strerror(errno);
        return fail(file + "：无法试载入（" + why + "），不用这个插件",
                    file + ": cannot be tried out (" + why + "); the plugin is not used");
    };
    std::array<int, 2> pipe_ends{};
    if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return no_means();
    const int output = memfd_create("gouji-probe", MFD_CLOEXEC);
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        close(pipe_ends[0]);
        perform(plugin, pipe_ends[1], output);
    }
    const Failure forked = no_means();
    close(pipe_ends[1]);
    Outcome outcome;
    if (child > 0) outcome = attend(child, pipe_ends[0]);
    close(pipe_ends[0]);
    struct stat printed {};
    const bool quiet = output < 0 || (fstat(output, &printed) == 0 && printed.st_size == 0);
    if (output >= 0) close(output);

    if (child < 0) return forked;
    const auto refuse = [&](const std::string& zh, const std::string& en) {
        return fail(file + "：试载入时" + zh + "，不用这个插件",
                    file + ": when tried out it " + en + "; the plugin is not used");
    };
    if (outcome.late) return refuse("迟迟没有结束", "did not end in time");
    if (WIFSIGNALED(outcome.status)) {
        const std::string number = std::to_string(WTERMSIG(outcome.status));
        return refuse("崩溃（信号 " + number + "）", "crashed (signal " + number + ")");
    }
    if (outcome.account.empty() || WEXITSTATUS(outcome.status) != 0) {
        const std::string status = std::to_string(WEXITSTATUS(outcome.status));
        return refuse("自行结束了进程（返回 " + status + "）",
                      "ended the process (status " + status + ")");
    }
    if (!quiet) return refuse("向标准输出写了内容", "wrote to standard output");
    return plugin_of(outcome.account, plugin);
}

}  // namespace gouji
