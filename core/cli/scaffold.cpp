#include "cli/scaffold.hpp"

#include "gouji/base/nearest.hpp"
#include "gouji/base/small_file.hpp"
#include "gouji/base/version.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/installation.hpp"

namespace gouji {
namespace {

namespace fs = std::filesystem;

bool in_range(char c, char from, char to) { return from <= c && c <= to; }
bool sound(const std::string& name) {
    return !name.empty() && in_range(name.front(), 'a', 'z') && name.back() != '-' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return in_range(c, 'a', 'z') || in_range(c, '0', '9') || c == '-';
           });
}

/// The nearest sound name: capitals made small, blanks and underscores made hyphens.
std::string corrected(const std::string& name) {
    std::string out;
    for (char c : name) {
        if (in_range(c, 'A', 'Z')) c = static_cast<char>(c - 'A' + 'a');
        if (c == '_' || c == ' ' || c == '.') c = '-';
        out += c;
    }
    return sound(out) ? out : "";
}

Result<void> check(const std::string& name) {
    if (sound(name)) return {};
    const std::string better = corrected(name);
    return fail("名称“" + name + "”只能用小写字母、数字和连字符，以字母开头" +
                    (better.empty() ? "" : "，例如 " + better),
                "a name has lower-case letters, digits and hyphens, and begins with a letter: '" +
                    name + "'" + (better.empty() ? "" : "; for example " + better));
}

std::string filled(std::string text, const Names& names) {
    const std::pair<std::string_view, std::string_view> blanks[] = {{"@owner@", names.owner},
                                                                    {"@id@", names.id},
                                                                    {"@stem@", names.stem},
                                                                    {"@Class@", names.type},
                                                                    {"@version@", version}};
    for (const auto& [blank, by] : blanks) {
        for (std::size_t at = text.find(blank); at != std::string::npos;
             at = text.find(blank, at + by.size()))
            text.replace(at, blank.size(), by);
    }
    return text;
}

Failure none_such(const fs::path& folder, const std::string& which) {
    std::vector<std::string> kinds;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder.parent_path(), error)) {
        if (entry.path().filename() != "native") kinds.push_back(entry.path().filename().string());
    }
    if (kinds.empty()) {
        return fail(folder.string() + "：安装不完整，没有这个文件夹",
                    folder.string() + ": the installation is incomplete, there is no such folder");
    }
    std::sort(kinds.begin(), kinds.end());
    const std::string all = join(kinds, ", ");
    const std::string word = which.substr(which.find('/') + 1);
    const Localized near = did_you_mean(word, kinds);
    return fail("没有“" + word + "”这种规则，可用：" + all + near.zh,
                "no kind '" + word + "'; there are: " + all + near.en);
}

}  // namespace

Result<Names> Names::of(const std::string& owner, const std::string& rule) {
    GOUJI_TRY_VOID(check(owner));
    GOUJI_TRY_VOID(check(rule));
    Names out{owner, rule, rule, {}};
    std::replace(out.stem.begin(), out.stem.end(), '-', '_');
    bool first = true;
    for (const char c : rule) {
        if (c != '-')
            out.type += first && in_range(c, 'a', 'z') ? static_cast<char>(c - 'a' + 'A') : c;
        first = c == '-';
    }
    return out;
}

Result<std::vector<std::string>> start(const std::string& which, const std::string& folder,
                                       const Names& names) {
    const fs::path source = prefix() / "share" / "gouji" / "scaffolds" / which;
    std::error_code error;
    if (!fs::is_directory(source, error)) return none_such(source, which);
    struct File {
        fs::path path;
        std::string text;
    };
    std::vector<File> files;
    for (const auto& entry : fs::recursive_directory_iterator(source, error)) {
        if (!entry.is_regular_file(error)) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        const std::string name = entry.path().lexically_relative(source).string();
        files.push_back(
            {(fs::path(folder) / filled(name, names)).lexically_normal(), filled(text, names)});
    }
    std::sort(files.begin(), files.end(),
              [](const File& a, const File& b) { return a.path < b.path; });
    // What several rules share may be there already, as it would be written; but not everything.
    const auto there = [&](const File& file) {
        return fs::exists(fs::symlink_status(file.path, error));
    };
    const bool all_there = std::ranges::all_of(files, there);
    for (const File& file : files) {
        if (!there(file) || (!all_there && read_small_file(file.path) == file.text)) continue;
        return fail(file.path.string() + "：已经有了，不覆盖",
                    file.path.string() + ": is there already and is not touched");
    }
    std::erase_if(files, there);
    std::vector<std::string> written;
    for (const File& file : files) {
        if (file.path.has_parent_path()) fs::create_directories(file.path.parent_path(), error);
        std::ofstream out(file.path, std::ios::binary);
        if (!(out << file.text << std::flush)) {
            return fail(file.path.string() + "：写不进去",
                        file.path.string() + ": cannot be written");
        }
        written.push_back(file.path.string());
    }
    return written;
}

std::string install_prefix() { return prefix().string(); }

}  // namespace gouji
