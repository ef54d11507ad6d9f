#pragma once

#include "gouji/base/result.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// One file to look at.
struct Input {
    std::string path;     ///< what is opened; "-" for standard input
    std::string name;     ///< what results and messages call it
    bool walked = false;  ///< a folder or a glob brought it in; nobody named it
    /// Known before opening: there is no such file, or why a walk left it out.
    std::optional<Error> problem = std::nullopt;
    bool skipped = false;  ///< left out by a walk, which is no error; has a problem
    /// What is checked in its place: the bytes of the file as it once was. Usually null.
    std::shared_ptr<const std::string> bytes = nullptr;
    std::string converted{};  ///< the .docx that a converter made of it, opened instead; or ""
};

/// Whether a walk takes a file of this name for a report.
[[nodiscard]] bool has_report_extension(const std::filesystem::path& path);

/// The files that paths stand for: files as they are, folders walked for reports in the order of
/// their names, globs (“乡镇/**/2023*.txt”) likewise, “@file” for the paths that a file lists,
/// one a line. A path that leads nowhere stays in the list with its problem, in its place; so does
/// what a folder holds besides reports, as skipped. Only regular files are walked; links to folders
/// are not followed.
[[nodiscard]] std::vector<Input> collect_inputs(const std::vector<std::string>& paths,
                                                const std::string& stdin_name);

}  // namespace gouji
