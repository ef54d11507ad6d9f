#include "gouji/sandbox/host.hpp"

#include "gouji/plugin/native_checker.hpp"
#include "gouji/plugin/parts.hpp"
#include "gouji/rule/collector.hpp"
#include "gouji/sandbox/channel.hpp"
#include "gouji/sandbox/findings.hpp"
#include "gouji/sandbox/requests.hpp"
#include "gouji/sandbox/worker.hpp"
#include "gouji/terms/term_hits.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <malloc.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;
constexpr const char* own_program = "/proc/self/exe";
constexpr std::uint32_t longest_request = UINT32_MAX;  // from gouji itself

/// Files of a plugin: its own, those beside it that begin with its name, and libraries.
std::vector<std::string> files_of(const std::string& plugin) {
    const fs::path file(plugin);
    const std::string name = file.stem().string();
    std::vector<std::string> out{plugin};
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(file.parent_path(), error)) {
        const std::string other = entry.path().filename().string();
        if (other == name || other.starts_with(name + ".") ||
            other.find(".so") != std::string::npos)
            out.push_back(entry.path().string());
    }
    return out;
}

/// A plugin's rules at work for one configuration, one document at a time.
class PluginHost {
public:
    PluginHost(Channel channel, std::string file)
        : channel_(std::move(channel)), file_(std::move(file)) {}

    [[noreturn]] void serve() {
        serving_ = this;
        part_is_wanted = [](std::uint32_t part) { serving_->get(part); };
        auto plugin = load_plugin(file_);
        send(frame::declaration, declaration_json(plugin));
        if (plugin) rules_ = std::move(plugin->rules);
        Frame request;
        while (channel_.receive(request, Channel::for_ever) == Channel::Outcome::done) {
            if (request.kind == frame::start) {
                send(frame::ready, ready_json(start(request.payload)));
            } else if (request.kind == frame::text) {
                if (auto text = Text::of_utf8(std::move(request.payload)))
                    text_ = std::make_unique<const Text>(std::move(*text));
            } else if (request.kind == frame::document) {
                check(request.payload);
            }
        }
        _exit(0);
    }

private:
    struct Made {
        std::unique_ptr<Checker> checker;
        Page page;
    };

    void send(char kind, std::string_view payload) {
        if (channel_.send(kind, payload, Channel::for_ever) != Channel::Outcome::done) _exit(1);
    }

    /// Rules that are made are numbered in their order; why one is not made.
    std::optional<Error> start(std::string_view payload) {
        Started asked = read_start(payload, rules_);
        if (asked.rule == nullptr)
            return Error{"插件里没有这条规则", "the plugin has no such rule"};
        std::vector<std::span<const std::string>> lists;
        for (const WordList& list : asked.page.lists)
            lists.push_back(list.scan ? std::span(list.words) : std::span<const std::string>{});
        auto checker =
            make_native_checker(asked.rule->functions, asked.page, file_, terms_.add(lists));
        if (!checker) return checker.error();
        made_.push_back({std::move(*checker), std::move(asked.page)});
        return std::nullopt;
    }

    /// A rule looks at a part of the document that was not sent with it.
    void get(std::uint32_t part) {
        if (!request_ || (request_->parts & part) != 0) return;
        send(frame::wanted, wanted_record(part));
        Frame answer;
        if (channel_.receive(answer, Channel::for_ever) != Channel::Outcome::done ||
            answer.kind != frame::parts || !read_parts_record(answer.payload, *request_))
            _exit(1);
    }

    void check(std::string_view payload) {
        if (!confined_) {
            terms_.compile();
            confine_checking();
            confined_ = true;
        }
        request_ = text_ ? read_document_record(payload, *text_) : std::nullopt;
        if (!request_) _exit(1);
        const Document& document = request_->document;
        const SemanticModel& model = request_->model;
        static const std::atomic<bool> never{false};
        const TermHits hits(terms_, model.prose);
        for (const std::uint32_t number : request_->numbers) {
            if (number >= made_.size()) _exit(1);
            const Made& made = made_[number];
            Collector collector(text_->view(), document.extent(), never);
            collector.begin(0, made.page);
            made.checker->check({document, model, hits}, collector);
            collector.end();
            send(frame::findings, collector.failures.empty()
                                      ? findings_json(collector.findings)
                                      : failure_json(collector.failures.front().reason));
        }
    }

    Channel channel_;
    std::string file_;
    std::vector<NativeRule> rules_;
    std::vector<Made> made_;
    TermTable terms_;
    std::unique_ptr<const Text> text_;
    std::optional<Request> request_;  ///< the document at hand
    bool confined_ = false;
    static PluginHost* serving_;
};

PluginHost* PluginHost::serving_ = nullptr;

bool is_socket(int descriptor) {
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

[[noreturn]] void host_plugin(const std::string& file, const Limits& limits) {
    // Where a plugin expects its standard input is nothing.
    const int socket = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nowhere = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nowhere, STDIN_FILENO);
    close(nowhere);
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    const auto lacking = confine_loading(limits, Guest::plugin, files_of(file));
    // One document is as large as the next: its memory is kept.
    mallopt(M_TRIM_THRESHOLD, 1 << 28);
    mallopt(M_MMAP_THRESHOLD, 1 << 28);
    const Channel channel(socket, longest_request);
    if (channel.send(frame::confined, confined_json(lacking), Channel::for_ever) !=
        Channel::Outcome::done)
        _exit(1);
    PluginHost(channel, file).serve();
}

/// What a program reads of its own: itself and, where it lies in a bin/, what lies beside that for
/// it.
void add_files_of_program(const fs::path& program, std::vector<std::string>& out) {
    out.push_back(program.string());
    if (program.parent_path().filename() != "bin") return;
    const fs::path root = program.parent_path().parent_path();
    for (const char* name : {"lib", "lib64", "share", "pyvenv.cfg"})
        out.push_back((root / name).string());
}

int host_program(std::span<const std::string> program, const std::string& folder,
                 const Limits& limits) {
    std::error_code error;
    std::vector<std::string> readable{fs::canonical(folder, error).string()};
    add_files_of_program(program.front(), readable);
    add_files_of_program(fs::canonical(program.front(), error), readable);
    const int at_home = chdir(folder.c_str());
    const auto lacking = confine_loading(limits, Guest::program, readable);
    const Channel channel(STDIN_FILENO, longest_request);
    if (at_home != 0 || channel.send(frame::confined, confined_json(lacking), Channel::for_ever) !=
                            Channel::Outcome::done)
        return 1;
    dup2(STDIN_FILENO, STDOUT_FILENO);
    std::vector<char*> words;
    for (const std::string& word : program) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execv(words.front(), words.data());
    std::perror(words.front());
    return 127;
}

bool is_script(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return in.get() == '#' && in.get() == '!';
}

/// Where a program is: the first of PATH's folders that has it. Folders that are not absolute are
/// passed over; a script is where a program of its name follows, since the shims of version
/// managers start processes, which a worker may not.
std::string found_in_path(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::string script;
    for (std::string_view rest = path != nullptr ? path : "/usr/bin:/bin"; !rest.empty();) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const std::string file = std::string(rest.substr(0, end)) + "/" + program;
        const bool usable = rest.front() == '/' && access(file.c_str(), X_OK) == 0;
        if (usable && !is_script(file)) return file;
        if (usable && script.empty()) script = file;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return script.empty() ? program : script;
}

std::uint64_t number(const std::string& word) {
    std::uint64_t out = 0;
    std::from_chars(word.data(), word.data() + word.size(), out);
    return out;
}

}  // namespace

std::vector<std::string> plugin_command(const std::string& file, const Limits& limits) {
    return {own_program, "worker", "plugin", std::to_string(limits.memory_bytes), file};
}

std::vector<std::string> program_command(std::span<const std::string> program,
                                         const std::string& folder, const Limits& limits) {
    std::error_code error;
    const std::string home = fs::absolute(folder, error).lexically_normal().string();
    const std::string& name = program.front();
    std::vector<std::string> out{own_program,
                                 "worker",
                                 "program",
                                 std::to_string(limits.memory_bytes),
                                 home,
                                 name.find('/') == std::string::npos
                                     ? found_in_path(name)
                                     : (fs::path(home) / name).lexically_normal().string()};
    out.insert(out.end(), program.begin() + 1, program.end());
    return out;
}

int run_worker(std::span<const std::string> words) {
    if (words.size() < 3 || !is_socket(STDIN_FILENO)) {
        std::fputs("gouji worker: started by gouji itself, for code that is not its own\n", stderr);
        return 2;
    }
    die_with_parent();
    const Limits limits{number(words[1]), 0};
    if (words[0] == "plugin") host_plugin(words[2], limits);
    if (words.size() < 4) return 2;
    return host_program(words.subspan(3), words[2], limits);
}

}  // namespace gouji
