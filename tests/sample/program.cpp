#include "sample/program.hpp"

#include <cstdio>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gouji::sample {
namespace {

/// A file without a name: unlike a pipe it takes any amount before anybody reads.
class Scratch {
public:
    Scratch() : file_(std::tmpfile()) {
        if (file_ == nullptr) throw std::runtime_error("no temporary file");
    }
    ~Scratch() { std::fclose(file_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] int descriptor() const { return fileno(file_); }
    void write(const std::string& text) const {
        std::fwrite(text.data(), 1, text.size(), file_);
        std::fflush(file_);
        lseek(descriptor(), 0, SEEK_SET);
    }
    [[nodiscard]] std::string read() const {
        lseek(descriptor(), 0, SEEK_SET);
        std::string text;
        char buffer[65536];
        for (ssize_t got = 0; (got = ::read(descriptor(), buffer, sizeof buffer)) > 0;) {
            text.append(buffer, static_cast<std::size_t>(got));
        }
        return text;
    }

private:
    std::FILE* file_;
};

}  // namespace

Outcome run(const std::vector<std::string>& command, const std::string& input) {
    const Scratch in;
    const Scratch out;
    const Scratch err;
    in.write(input);
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);

    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) {
        dup2(in.descriptor(), 0);
        dup2(out.descriptor(), 1);
        dup2(err.descriptor(), 2);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), out.read(),
            err.read()};
}

}  // namespace gouji::sample
