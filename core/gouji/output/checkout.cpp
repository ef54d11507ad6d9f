#include "gouji/output/checkout.hpp"

#include "gouji/output/git.hpp"
#include "gouji/output/uri.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// A remote as a URI without secrets: git@host:path becomes ssh://host/path. "" for a path.
std::string uri_of_remote(std::string_view url) {
    std::string scheme = "ssh://";
    std::string rest(url);
    if (const std::size_t end = url.find("://"); end != std::string_view::npos) {
        scheme = url.substr(0, end + 3);
        rest = url.substr(end + 3);
    } else {
        const std::size_t colon = url.find(':');
        if (colon == std::string_view::npos || url.find('/') < colon) return {};
        rest[colon] = '/';
    }
    const std::size_t at = rest.substr(0, rest.find('/')).rfind('@');
    if (at != std::string::npos) rest.erase(0, at + 1);
    const std::size_t path = std::min(rest.find('/'), rest.size());
    return scheme + rest.substr(0, path) + encoded_path(std::string_view(rest).substr(path));
}

bool is_hash(std::string_view text) {
    return (text.size() == 40 || text.size() == 64) &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string checkout_root(const std::string& folder) {
    std::error_code ignored;  // what is not there is no error
    for (fs::path root = fs::absolute(folder, ignored); !root.empty(); root = root.parent_path()) {
        if (fs::exists(root / ".git", ignored)) return root.string();
        if (root == root.parent_path()) break;
    }
    return {};
}

std::optional<Checkout> find_checkout(const std::string& folder) {
    Checkout out;
    out.root = checkout_root(folder);
    if (out.root.empty()) return std::nullopt;
    // The folder is named, so that git neither looks further up nor refuses a checkout of another
    // owner, as containers of CI have. These commands read references and configuration and run no
    // program that the checkout's configuration names.
    const auto arguments = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"--git-dir", (fs::path(out.root) / ".git").string()});
        return words;
    };
    GitProcess head(out.root, arguments({"rev-parse", "HEAD", "--symbolic-full-name", "HEAD"}));
    GitProcess remote(out.root, arguments({"config", "--get", "remote.origin.url"}));
    constexpr std::string_view branches = "refs/heads/";
    const GitResult answer = head.result();
    if (answer.ok() && is_hash(answer.line())) {
        out.revision = answer.line();
        std::string_view name = std::string_view(answer.output).substr(out.revision.size() + 1);
        name = name.substr(0, name.find('\n'));  // “HEAD” when no branch is checked out
        if (name.starts_with(branches)) out.branch = name.substr(branches.size());
    } else {  // before the first commit
        out.branch =
            run_git(out.root, arguments({"symbolic-ref", "--quiet", "--short", "HEAD"})).line();
    }
    out.repository = uri_of_remote(remote.result().line());
    if (out.repository.empty()) out.repository = folder_uri(out.root);
    return out;
}

std::optional<Checkout> current_checkout() {
    std::error_code error;
    const std::string here = fs::current_path(error).string();
    return error ? std::nullopt : find_checkout(here);
}

std::string result_base() {
    std::error_code error;
    const std::string here = fs::current_path(error).string();
    const std::string root = error ? std::string() : checkout_root(here);
    return root.empty() ? current_folder() : folder_uri(root);
}

}  // namespace gouji
