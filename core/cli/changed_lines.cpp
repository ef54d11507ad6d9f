#include "cli/changed_lines.hpp"

#include "gouji/output/git.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace gouji {
namespace {

namespace fs = std::filesystem;

using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

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
        const std::string folder = path.parent_path().string();
        if (!std::exchange(asked, true)) {
            const GitResult known = run_git(
                folder,
                {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"},
                true);
            if (known.status < 0)
                return fail("--diff-base：没有找到 git，请先安装",
                            "--diff-base: git was not found; install it");
            if (!known.ok()) {
                return fail("--diff-base：git 里找不到版本“" + revision + "”（" + known.line() +
                                "）；写分支名、标签或提交号，并在仓库里运行",
                            "--diff-base: git knows no revision '" + revision + "' (" +
                                known.line() +
                                "); name a branch, tag or commit, inside the repository");
            }
        }
        const std::string name = path.filename().string();
        if (!run_git(folder, {"cat-file", "-e", revision + ":./" + name}).ok()) continue;
        const GitResult diff = run_git(folder,
                                       {"diff", "--no-color", "--no-ext-diff", "--no-textconv",
                                        "-U0", "--end-of-options", revision, "--", name},
                                       true);
        if (!diff.ok())
            return fail("--diff-base：git diff 出错：" + diff.output,
                        "--diff-base: git diff failed: " + diff.output);
        out[i] = ranges_of(diff.output);
    }
    return out;
}

}  // namespace gouji
