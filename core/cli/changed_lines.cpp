#include "cli/changed_lines.hpp"

#include <array>
#include <cstdio>
#include <filesystem>

#include <sys/wait.h>

namespace gouji {
namespace {

namespace fs = std::filesystem;

using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// A word that a shell takes as it is.
std::string quoted(const std::string& word) {
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

struct Ran {
    int status = -1;
    std::string output;
};

Ran run_git(const fs::path& folder, const std::string& words) {
    const std::string command =
        "git -C " + quoted(folder.empty() ? "." : folder.string()) + " " + words + " 2>&1";
    Ran out;
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return out;
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        out.output.append(buffer.data(), got);
    const int status = pclose(pipe);
    out.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
}

/// The new side of “@@ -a,b +c,d @@” lines. A pure deletion touches the line it stood behind.
Ranges ranges_of(const std::string& diff) {
    Ranges out;
    for (std::size_t at = 0; at < diff.size();) {
        const std::size_t end = std::min(diff.find('\n', at), diff.size());
        unsigned first = 0;
        unsigned count = 1;
        const std::string line = diff.substr(at, end - at);
        if (line.starts_with("@@ ")) {
            const std::size_t plus = line.find('+');
            if (plus != std::string::npos &&
                std::sscanf(line.c_str() + plus, "+%u,%u", &first, &count) >= 1) {
                out.emplace_back(std::max(first, 1U),
                                 std::max(first + (count == 0 ? 0 : count - 1), 1U));
            }
        }
        at = end + 1;
    }
    return out;
}

}  // namespace

Result<std::vector<std::optional<Ranges>>> changed_lines(const std::string& revision,
                                                         std::span<const Input> inputs) {
    std::vector<std::optional<Ranges>> out(inputs.size());
    bool asked = false;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].path == "-") continue;
        const fs::path path(inputs[i].path);
        const fs::path folder = path.parent_path();
        if (!std::exchange(asked, true)) {
            const Ran known = run_git(folder, "rev-parse --verify --quiet --end-of-options " +
                                                  quoted(revision + "^{commit}"));
            if (known.status != 0) {
                return fail("--diff-base：git 里找不到版本“" + revision + "”（" + known.output +
                                "）；写分支名、标签或提交号，并在仓库里运行",
                            "--diff-base: git knows no revision '" + revision + "' (" +
                                known.output +
                                "); name a branch, tag or commit, inside the repository");
            }
        }
        const std::string name = path.filename().string();
        const Ran there = run_git(folder, "cat-file -e " + quoted(revision + ":./" + name));
        if (there.status != 0) continue;
        const Ran diff = run_git(folder, "diff --no-color --no-ext-diff -U0 --end-of-options " +
                                             quoted(revision) + " -- " + quoted(name));
        if (diff.status != 0)
            return fail("--diff-base：git diff 出错：" + diff.output,
                        "--diff-base: git diff failed: " + diff.output);
        out[i] = ranges_of(diff.output);
    }
    return out;
}

}  // namespace gouji
