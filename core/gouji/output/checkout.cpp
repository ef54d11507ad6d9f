#include "gouji/output/checkout.hpp"

#include "gouji/output/uri.hpp"
#include <gouji/utf8.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// A small file's text; "" when there is none.
std::string read(const fs::path& path) {
    constexpr std::size_t most = std::size_t{4} << 20U;
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return {};
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               &std::fclose);
    if (!file) return {};
    const auto size = fs::file_size(path, error);
    if (error) return {};
    std::string out(std::min<std::uintmax_t>(size, most), '\0');
    out.resize(std::fread(out.data(), 1, out.size(), file.get()));
    return out;
}

/// Calls `line` for every line, without the blanks around it, until it returns true.
template <class Line>
void each_line(std::string_view text, const Line& line) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (line(trimmed(text.substr(0, end)))) return;
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

std::string origin(std::string_view config) {
    std::string out;
    bool inside = false;
    each_line(config, [&](std::string_view line) {
        if (line.starts_with('[')) inside = line == "[remote \"origin\"]";
        const std::size_t equals = line.find('=');
        if (!inside || equals == std::string_view::npos || trimmed(line.substr(0, equals)) != "url")
            return false;
        out = trimmed(line.substr(equals + 1));
        return true;
    });
    return out;
}

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

/// What a ref such as refs/heads/main stands at.
std::string revision_of(const std::string& ref, const fs::path& own, const fs::path& common) {
    for (const fs::path& folder : {own, common}) {
        if (std::string text = read(folder / ref); !text.empty()) return std::string(trimmed(text));
    }
    std::string out;
    each_line(read(common / "packed-refs"), [&](std::string_view line) {
        if (!line.ends_with(" " + ref)) return false;
        out = line.substr(0, line.find(' '));
        return true;
    });
    return out;
}

bool is_hash(std::string_view text) {
    return (text.size() == 40 || text.size() == 64) &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::optional<Checkout> find_checkout(const std::string& folder) {
    std::error_code ignored;  // what is not there is no error
    for (fs::path root = fs::absolute(folder, ignored); !root.empty(); root = root.parent_path()) {
        fs::path own = root / ".git";
        if (fs::is_regular_file(own, ignored)) {  // a further working tree points to its place
            const std::string text = read(own);
            const std::string_view line = trimmed(text);
            if (line.starts_with("gitdir: ")) own = root / fs::path(line.substr(8));
        }
        std::string head = read(own / "HEAD");
        if (head.empty()) {
            if (root == root.parent_path()) break;
            continue;
        }
        head = trimmed(head);
        fs::path common = own;
        if (const std::string text = read(own / "commondir"); !text.empty())
            common = own / fs::path(trimmed(text));
        Checkout out;
        out.root = root.string();
        constexpr std::string_view branches = "refs/heads/";
        if (head.starts_with("ref: ")) {
            const std::string ref(trimmed(std::string_view(head).substr(5)));
            if (ref.find("..") != std::string::npos || ref.starts_with('/')) return std::nullopt;
            out.revision = revision_of(ref, own, common);
            if (ref.starts_with(branches)) out.branch = ref.substr(branches.size());
        } else {
            out.revision = head;
        }
        if (!is_hash(out.revision)) out.revision.clear();
        out.repository = uri_of_remote(origin(read(common / "config")));
        if (out.repository.empty()) out.repository = folder_uri(out.root);
        return out;
    }
    return std::nullopt;
}

std::optional<Checkout> current_checkout() {
    std::error_code error;
    const std::string here = fs::current_path(error).string();
    return error ? std::nullopt : find_checkout(here);
}

std::string result_base() {
    const auto checkout = current_checkout();
    return checkout ? folder_uri(checkout->root) : current_folder();
}

}  // namespace gouji
