#include "cli/git_changes.hpp"

#include "gouji/output/checkout.hpp"
#include "gouji/output/git.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// The new side of “@@ -a,b +c,d @@” lines. A pure deletion touches the lines before and after it.
LineRanges ranges_of(const std::string& diff) {
    LineRanges out;
    for (std::size_t at = 0; at < diff.size();) {
        const std::size_t end = std::min(diff.find('\n', at), diff.size());
        unsigned first = 0;
        unsigned count = 1;
        const std::string line = diff.substr(at, end - at);
        const std::size_t plus = line.starts_with("@@ ") ? line.find('+') : std::string::npos;
        if (plus != std::string::npos &&
            std::sscanf(line.c_str() + plus, "+%u,%u", &first, &count) >= 1) {
            out.emplace_back(std::max(first, 1U), count == 0 ? first + 1 : first + count - 1);
        }
        at = end + 1;
    }
    return out;
}

/// The parts of git's output that end in a zero byte.
std::vector<std::string> parts(const std::string& output) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < output.size();) {
        const std::size_t end = std::min(output.find('\0', at), output.size());
        out.push_back(output.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

/// A checkout beside one of its commits.
class Comparison {
public:
    static Result<Comparison> open(std::string root, const std::string& revision) {
        Comparison out(std::move(root));
        const GitResult known = run_git(
            out.root_,
            {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"}, true);
        if (known.status < 0)
            return fail("--diff-base：没有找到 git，请先安装",
                        "--diff-base: git was not found; install it");
        if (!known.ok()) {
            if (known.output.find("dubious ownership") != std::string::npos) {
                return fail("--diff-base：仓库 " + out.root_ +
                                " 属于别的用户，git 不读；确信安全请运行 git config --global --add "
                                "safe.directory " +
                                out.root_,
                            "--diff-base: " + known.output);
            }
            return fail("--diff-base：git 里找不到版本“" + revision + "”；写分支名、标签或提交号",
                        "--diff-base: git knows no revision '" + revision + "' (" + known.line() +
                            "); name a branch, tag or commit, inside the repository");
        }
        out.commit_ = known.line();
        GOUJI_TRY(const auto changed,
                  out.ask({"diff-index", "--name-status", "-z", "-M", "-l10000", "--no-ext-diff",
                           "--no-textconv", out.commit_, "--"}));
        const auto words = parts(changed);
        for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
            const char status = words[i].empty() ? ' ' : words[i].front();
            if ((status == 'R' || status == 'C') && i + 2 < words.size()) {
                out.old_names_[words[i + 2]] = words[i + 1];
                ++i;
            } else {
                out.old_names_[words[i + 1]] = status == 'A' ? std::string() : words[i + 1];
                if (status == 'D' && has_report_extension(words[i + 1]))
                    out.deleted_.push_back((fs::path(out.root_) / words[i + 1]).string());
            }
        }
        GOUJI_TRY(const auto tree, out.ask({"ls-tree", "-r", "-z", "--name-only", out.commit_}));
        for (std::string& name : parts(tree)) out.tree_.insert(std::move(name));
        return out;
    }

    [[nodiscard]] const std::vector<std::string>& deleted() const { return deleted_; }

    Result<GitChange> of(const std::string& path) const {
        std::error_code ignored;
        const fs::path absolute =
            fs::canonical(
                fs::path(path).parent_path().empty() ? fs::path(".") : fs::path(path).parent_path(),
                ignored) /
            fs::path(path).filename();
        const std::string name =
            absolute.lexically_relative(fs::canonical(root_, ignored)).generic_string();
        const auto known = old_names_.find(name);
        if (known == old_names_.end())
            return tree_.contains(name) ? GitChange{nullptr, LineRanges{}} : GitChange{};
        if (known->second.empty()) return GitChange{};
        GOUJI_TRY(auto before, ask({"cat-file", "blob", commit_ + ":" + known->second}));
        GOUJI_TRY(const auto diff,
                  ask({"--literal-pathspecs", "diff-index", "-p", "-U0", "-M", "--no-color",
                       "--no-ext-diff", "--no-textconv", commit_, "--", known->second, name}));
        GitChange out{std::make_shared<const std::string>(std::move(before)), ranges_of(diff)};
        // Only its name is another, or its time.
        if (out.lines->empty() && diff.find("\nBinary files ") == std::string::npos)
            out.before = nullptr;
        return out;
    }

private:
    explicit Comparison(std::string root) : root_(std::move(root)) {}

    Result<std::string> ask(std::vector<std::string> words) const {
        GitResult answer = run_git(root_, words, false);
        if (answer.ok()) return std::move(answer.output);
        answer = run_git(root_, std::move(words), true);
        return fail("--diff-base：git 出错：" + answer.line(),
                    "--diff-base: git failed: " + answer.line());
    }

    std::string root_;
    std::string commit_;
    std::map<std::string, std::string> old_names_;  ///< of what changed; "" when it is new
    std::vector<std::string> deleted_;              ///< files named like reports
    std::set<std::string> tree_;                    ///< what the commit has
};

/// The folder that holds both paths.
fs::path common_folder(const fs::path& a, const fs::path& b) {
    fs::path out;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end() && *x == *y; ++x, ++y)
        out /= *x;
    return out;
}

bool is_below(const fs::path& path, const fs::path& folder) {
    return common_folder(path, folder) == folder;
}

}  // namespace

Result<GitChanges> changes_since(const std::string& revision, std::span<const Input> inputs) {
    GitChanges out;
    out.inputs.resize(inputs.size());
    std::map<std::string, Comparison> comparisons;
    std::map<std::string, fs::path> walked;  // by checkout, the folder that holds all walked files
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].path == "-" || inputs[i].problem) continue;
        const fs::path folder = fs::path(inputs[i].path).parent_path();
        std::error_code ignored;
        const fs::path real = fs::canonical(folder.empty() ? fs::path(".") : folder, ignored);
        std::string root = checkout_root(real.string());
        if (root.empty()) {
            return fail(
                "--diff-base：" + inputs[i].name + " 不在 git 仓库里，无法与“" + revision + "”比较",
                "--diff-base: " + inputs[i].name + " lies in no git checkout");
        }
        auto known = comparisons.find(root);
        if (known == comparisons.end()) {
            GOUJI_TRY(auto opened, Comparison::open(root, revision));
            known = comparisons.emplace(root, std::move(opened)).first;
        }
        GOUJI_TRY(out.inputs[i], known->second.of(inputs[i].path));
        if (!inputs[i].walked) continue;
        const auto [folder_of, first] = walked.emplace(root, real);
        if (!first) folder_of->second = common_folder(folder_of->second, real);
    }
    for (const auto& [root, below] : walked) {
        for (const std::string& file : comparisons.at(root).deleted())
            if (is_below(file, below)) out.deleted.push_back(file);
    }
    return out;
}

}  // namespace gouji
