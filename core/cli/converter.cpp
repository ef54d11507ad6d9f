#include "cli/converter.hpp"

#include "gouji/base/system_error.hpp"
#include "gouji/text/excerpt.hpp"
#include "gouji/text/utf8_check.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <string_view>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

volatile std::sig_atomic_t interrupted = 0;

extern "C" void note_interrupt(int /*signal*/) { interrupted = 1; }

/// Notes SIGINT and SIGTERM for as long as it lives: the program is in a process group of its own,
/// which the terminal does not reach.
class Interrupts {
public:
    Interrupts() {
        interrupted = 0;
        for (std::size_t i = 0; i < numbers.size(); ++i)
            before_[i] = std::signal(numbers[i], note_interrupt);
    }
    ~Interrupts() {
        for (std::size_t i = 0; i < numbers.size(); ++i) std::signal(numbers[i], before_[i]);
    }
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

private:
    static constexpr std::array numbers{SIGINT, SIGTERM};
    std::array<void (*)(int), numbers.size()> before_{};
};

std::string replaced(std::string word, std::string_view placeholder, const std::string& by) {
    for (std::size_t at = 0; (at = word.find(placeholder, at)) != std::string::npos;
         at += by.size())
        word.replace(at, placeholder.size(), by);
    return word;
}

/// The environment with the private folder as home, temporary folder and place of settings.
std::vector<std::string> environment(const fs::path& folder) {
    std::vector<std::string> out;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view one = *entry;
        const std::string_view name = one.substr(0, one.find('='));
        const bool own = name == "HOME" || name == "TMPDIR" ||
                         (name.starts_with("XDG_") && name.ends_with("_HOME"));
        if (!own) out.emplace_back(one);
    }
    out.push_back("HOME=" + (folder / "home").string());
    out.push_back("TMPDIR=" + (folder / "home").string());
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

/// Starts a program in a process group of its own; its output goes to `log`.
int start(std::vector<std::string> words, const fs::path& folder, const fs::path& log,
          pid_t& child) {
    std::vector<std::string> variables = environment(folder);
    const std::vector<char*> argv = pointers(words), envp = pointers(variables);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int error =
        ::posix_spawnp(&child, argv.front(), &actions, &attributes, argv.data(), envp.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

enum class Ending : std::uint8_t { done, too_slow, stopped };

/// Waits until the program ends, its time is over, or the user interrupts; then ends its group.
Ending await(pid_t child, std::int64_t seconds, int& status) {
    const auto last = Clock::now() + std::chrono::seconds(seconds);
    Ending out = Ending::done;
    while (true) {
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) break;
        if (interrupted != 0 || Clock::now() >= last) {
            out = interrupted != 0 ? Ending::stopped : Ending::too_slow;
            ::kill(-child, SIGKILL);
            while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
            return out;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ::kill(-child, SIGKILL);  // what it left running
    return out;
}

/// The last line that the program printed, as far as a terminal may show it; "" for none.
std::string last_line(const fs::path& log) {
    std::ifstream in(log, std::ios::binary);
    std::string bytes(4096, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    while (!bytes.empty() && std::strchr(" \t\r\n", bytes.back()) != nullptr) bytes.pop_back();
    const std::size_t begin = bytes.rfind('\n');
    return escape_controls(
        replace_invalid_utf8(bytes.substr(begin == std::string::npos ? 0 : begin + 1)));
}

/// The one .docx in a folder.
std::string result_in(const fs::path& folder) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.is_regular_file(error) && entry.path().extension() == ".docx")
            return entry.path().string();
    }
    return {};
}

Failure failed(const std::string& program, const std::string& zh, const std::string& en) {
    return fail("转换程序 " + program + zh + "；也可以用 Word 或 WPS 另存为 .docx 再检查",
                "the converter " + program + en + "; or save the document as .docx and check that");
}

}  // namespace

Result<PrivateFolder> PrivateFolder::make() {
    std::error_code error;
    std::string path = (fs::temp_directory_path(error) / "gouji-XXXXXX").string();
    if (error || ::mkdtemp(path.data()) == nullptr) {
        return fail(Error{"无法建立临时文件夹：", "cannot make a temporary folder: "} +
                    system_words(errno));
    }
    return PrivateFolder(path);
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

Result<std::string> convert(const Conversion& conversion, const fs::path& document,
                            const fs::path& folder) {
    std::error_code error;
    const fs::path copy = folder / ("input" + document.extension().string());
    const fs::path output = folder / "output", log = folder / "log";
    fs::create_directories(output, error);
    fs::create_directories(folder / "home", error);
    if (!error) fs::copy_file(document, copy, error);
    if (error) {
        return fail(Error{"无法复制到临时文件夹：", "cannot be copied to a temporary folder: "} +
                    system_words(error.value()));
    }
    std::vector<std::string> words = conversion.argv;
    const std::string program = words.front();
    for (std::string& word : words)
        word = replaced(replaced(std::move(word), "{input}", copy), "{output}", output);

    const Interrupts interrupts;
    pid_t child = 0;
    if (const int reason = start(std::move(words), folder, log, child); reason != 0) {
        const Localized why = system_words(reason);
        return failed(program, " 无法启动（" + why.zh + "），请安装或检查 [convert]",
                      " cannot be started (" + why.en + "): install it or check [convert]");
    }
    int status = 0;
    const std::string most = std::to_string(conversion.seconds);
    switch (await(child, conversion.seconds, status)) {
        case Ending::too_slow:
            return failed(
                program, " 超过 " + most + " 秒没有完成，已停止，可在 [convert] 中加大 seconds",
                " took more than " + most + " seconds and was ended: raise seconds in [convert]");
        case Ending::stopped:
            return failed(program, " 被中断", " was interrupted");
        case Ending::done:
            break;
    }
    std::string result = result_in(output);
    if (!result.empty() && WIFEXITED(status) && WEXITSTATUS(status) == 0) return result;
    const std::string said = last_line(log);
    return failed(program, " 没有写出 .docx" + (said.empty() ? said : "（" + said + "）"),
                  " wrote no .docx" + (said.empty() ? said : " (" + said + ")"));
}

}  // namespace gouji
