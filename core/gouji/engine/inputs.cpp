#include "gouji/engine/inputs.hpp"

#include "gouji/base/system_error.hpp"
#include "gouji/config/glob.hpp"
#include "gouji/container/container_kind.hpp"
#include "gouji/engine/own_page.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace gouji {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& path) {
    std::string extension = path.extension().string();
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return extension;
}

/// Whether gouji wrote this beside a report that it is about: 年报.批注.docx and 年报.修订.docx.
bool is_own_copy(const fs::path& path) {
    const fs::path stem = path.stem();
    if (stem.extension() != ".批注" && stem.extension() != ".修订") return false;
    std::error_code ignored;
    const std::string original = stem.stem().string() + path.extension().string();
    return fs::exists(path.parent_path() / original, ignored);
}

/// Whether it is a page of results: it quotes reports, and would be checked as one.
bool is_own_page(const fs::path& path) {
    if (!lower_extension(path).starts_with(".htm")) return false;
    std::ifstream file(path, std::ios::binary);
    std::string head(512, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    return head.find(own_page_mark) != std::string::npos;
}

/// What is to be done with a file of another kind, which a folder holds beside the reports.
Error other_kind(const fs::path& path) {
    static constexpr std::pair<std::string_view, ContainerKind> kinds[] = {
        {".doc", ContainerKind::word_binary},   {".wps", ContainerKind::word_binary},
        {".dot", ContainerKind::word_binary},   {".pdf", ContainerKind::pdf},
        {".ofd", ContainerKind::ofd},           {".rtf", ContainerKind::rtf},
        {".odt", ContainerKind::open_document}, {".zip", ContainerKind::other_zip},
        {".rar", ContainerKind::other_zip},     {".7z", ContainerKind::other_zip}};
    for (const auto& [extension, kind] : kinds) {
        if (lower_extension(path) == extension) return *refusal_of(kind);
    }
    return {"不是 .docx、.html、.txt 或 .md 文件，没有读",
            "not a .docx, .html, .txt or .md file, and was not read"};
}

/// Why a walk leaves a file out; nothing: it is read.
std::optional<Error> reason_to_skip(const fs::directory_entry& entry) {
    std::error_code ignored;
    if (entry.is_directory(ignored)) {
        return Error{"是指向文件夹的链接，没有进去", "a link to a folder, which was not followed"};
    }
    if (entry.exists(ignored) && !entry.is_regular_file(ignored)) {
        return Error{"不是普通文件（管道或设备），没有读",
                     "not a regular file (a pipe or a device), and was not read"};
    }
    if (entry.path().filename().string().starts_with("~$")) {
        return Error{"是 Word 打开文档时留下的临时文件，没有读",
                     "Word's mark of a document that is open, and was not read"};
    }
    if (is_own_page(entry.path())) {
        return Error{"是 gouji 写出的结果网页，没有读",
                     "results that gouji wrote, and was not read"};
    }
    if (is_own_copy(entry.path())) {
        return Error{"是 gouji 为同名年报写出的批注或修订，没有读",
                     "written by gouji about the report of that name, and was not read"};
    }
    return std::nullopt;
}

/// What stores of versions hold is no submission.
bool is_version_store(const fs::path& folder) {
    const fs::path name = folder.filename();
    return name == ".git" || name == ".hg" || name == ".svn";
}

/// Every file below a folder that `wanted` takes, in the order of the names, with what was left
/// out. Files of other kinds are left out by `others`, which says why, or keeps silent.
template <class Wanted, class Others>
void walk(const fs::path& folder, const Wanted& wanted, const Others& others,
          std::vector<Input>& out) {
    std::vector<Input> found;
    std::vector<fs::path> folders{folder};
    while (!folders.empty()) {
        const fs::path here = std::move(folders.back());
        folders.pop_back();
        std::error_code error;
        for (fs::directory_iterator it(here, error), end; !error && it != end;
             it.increment(error)) {
            std::error_code ignored;
            if (it->is_directory(ignored) && !it->is_symlink(ignored)) {
                if (!is_version_store(it->path())) folders.push_back(it->path());
                continue;
            }
            const std::string path = it->path().string();
            Input input{path, path, true};
            if (wanted(it->path())) {
                input.problem = reason_to_skip(*it);
            } else if (auto reason = others(*it)) {
                input.problem = std::move(reason);
            } else {
                continue;
            }
            input.skipped = input.problem.has_value();
            found.push_back(std::move(input));
        }
        if (error) {
            const Localized why = system_words(error.value());
            found.push_back({here.string(), here.string(), false,
                             Error{"文件夹读不全（" + why.zh + "），请检查权限",
                                   "the folder cannot be read to its end (" + why.en +
                                       "); check its permissions"}});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Input& a, const Input& b) { return a.path < b.path; });
    std::move(found.begin(), found.end(), std::back_inserter(out));
}

void add_folder(const std::string& folder, std::vector<Input>& out) {
    const std::size_t before = out.size();
    const auto others = [&](const fs::directory_entry& entry) -> std::optional<Error> {
        // Hidden files and gouji's own configuration belong to whoever runs the check.
        const fs::path below = entry.path().lexically_relative(folder);
        const bool hidden = std::any_of(below.begin(), below.end(), [](const fs::path& part) {
            return part.string().starts_with('.');
        });
        if (hidden || entry.path().filename() == "gouji.toml") return std::nullopt;
        if (auto reason = reason_to_skip(entry)) return reason;
        return other_kind(entry.path());
    };
    walk(folder, has_report_extension, others, out);
    if (std::all_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                    [](const Input& input) { return input.skipped; })) {
        out.push_back({folder, folder, false,
                       Error{"文件夹里没有 .txt、.md、.docx 或 .html 文件",
                             "the folder holds no .txt, .md, .docx or .html file"}});
    }
}

/// A pattern that the shell left alone, because it was quoted or does not know “**”.
void add_glob(const std::string& glob, std::vector<Input>& out) {
    const std::size_t star = glob.find_first_of("*?");
    const std::size_t slash = glob.rfind('/', star);
    const std::string folder = slash == std::string::npos ? "." : glob.substr(0, slash + 1);
    const bool deep = glob.find('/') != std::string::npos;
    const std::size_t before = out.size();
    walk(
        folder,
        [&](const fs::path& path) {
            // A glob without folders is meant for this folder alone here, as a shell means it.
            const std::string name = path.lexically_normal().string();
            return glob_matches(glob, name) && (deep || name.find('/') == std::string::npos);
        },
        [](const fs::directory_entry&) { return std::optional<Error>(); }, out);
    if (out.size() == before) {
        out.push_back({glob, glob, false, Error{"没有与之相符的文件", "no file matches"}});
    }
}

void add_path(const std::string& path, const std::string& stdin_name, std::vector<Input>& out);

/// “@list”: paths, one a line.
void add_list(const std::string& path, const std::string& stdin_name, std::vector<Input>& out) {
    std::ifstream list(path.substr(1));
    if (!list) {
        out.push_back(
            {path, path, false, Error{"读不到这份文件清单", "cannot read this list of files"}});
        return;
    }
    std::error_code error;
    bool first = true;
    for (std::string line; std::getline(list, line); first = false) {
        if (line.ends_with('\r')) line.pop_back();
        if (first && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.empty()) continue;
        if (line.front() == '@' && !fs::exists(line, error)) {
            out.push_back({line, line, false,
                           Error{"文件清单里不能再写另一份清单，请直接写文件",
                                 "a list of files cannot name another list; name the files"}});
        } else {
            add_path(line, stdin_name, out);
        }
    }
    if (!list.eof()) {
        out.push_back(
            {path, path, false,
             Error{"这份文件清单没有读完", "this list of files was not read to its end"}});
    }
}

void add_path(const std::string& path, const std::string& stdin_name, std::vector<Input>& out) {
    std::error_code error;
    if (path == "-") {
        out.push_back({"-", stdin_name.empty() ? "<stdin>" : stdin_name});
    } else if (fs::is_directory(path, error)) {
        add_folder(path, out);
    } else if (fs::exists(path, error)) {
        out.push_back({path, path});
    } else if (path.size() > 1 && path.front() == '@') {
        add_list(path, stdin_name, out);
    } else if (path.find_first_of("*?") != std::string::npos) {
        add_glob(path, out);
    } else {
        out.push_back(
            {path, path, false, Error{"没有这个文件，请检查路径", "no such file; check the path"}});
    }
}

}  // namespace

bool has_report_extension(const fs::path& path) {
    static constexpr std::string_view known[] = {".txt", ".md", ".docx", ".docm", ".html", ".htm"};
    return std::ranges::find(known, lower_extension(path)) != std::end(known);
}

std::vector<Input> collect_inputs(const std::vector<std::string>& paths,
                                  const std::string& stdin_name) {
    std::vector<Input> out;
    for (const std::string& path : paths) add_path(path, stdin_name, out);
    // A file is checked once, however often and by whichever path it is named; that it was named
    // somewhere is kept.
    std::vector<Input> once;
    std::unordered_map<std::string, std::size_t> seen;
    for (Input& input : out) {
        if (input.path != "-") {
            input.name = fs::path(input.name).lexically_normal().string();
            if (input.name.ends_with('/') && input.name.size() > 1) input.name.pop_back();
        }
        const auto [at, fresh] = seen.emplace(input.name, once.size());
        if (fresh) {
            once.push_back(std::move(input));
        } else if (!input.walked) {
            once[at->second] = std::move(input);
        }
    }
    return once;
}

}  // namespace gouji
