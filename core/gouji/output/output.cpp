#include "gouji/output/output.hpp"

#include "gouji/base/system_error.hpp"

#include <cerrno>
#include <filesystem>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace gouji {
namespace {

Failure cannot_write(const std::string& path, int error) {
    const Localized why = system_words(error);
    return fail(path + "：写不进去：" + why.zh + "，请检查文件夹、权限和磁盘空间",
                path + ": cannot be written: " + why.en +
                    "; check the folder, its permissions and the disk's space");
}

/// Devices and pipes cannot be replaced, only written to.
bool special(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

}  // namespace

Result<Output> Output::open(const std::string& path) {
    if (path.empty() || path == "-") return Output(stdout, "<stdout>", "");
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return cannot_write(path, EISDIR);
    if (special(path)) {
        std::FILE* file = std::fopen(path.c_str(), "wb");
        if (file == nullptr) return cannot_write(path, errno);
        return Output(file, path, "");
    }
    // A link stays a link: what it points to is replaced.
    std::string target = path;
    if (std::filesystem::is_symlink(path, ignored)) {
        target = std::filesystem::weakly_canonical(path, ignored).string();
    }
    std::string temporary = target + ".gouji-" + std::to_string(::getpid()) + ".tmp";
    std::FILE* file = std::fopen(temporary.c_str(), "wb");
    if (file == nullptr) return cannot_write(path, errno);
    struct stat status {};
    if (::stat(target.c_str(), &status) == 0) {
        static_cast<void>(::fchmod(::fileno(file), status.st_mode & 07777U));
    }
    return Output(file, std::move(target), std::move(temporary));
}

Output::Output(Output&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      error_(other.error_) {}

Output::~Output() {
    if (file_ != nullptr && file_ != stdout) std::fclose(file_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::write(std::string_view text) {
    if (error_ != 0 || text.empty()) return;
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) error_ = errno;
}

Result<void> Output::commit() {
    if (error_ == 0 && std::fflush(file_) != 0) error_ = errno;
    if (error_ == 0 && !temporary_.empty() && ::fsync(::fileno(file_)) != 0 && errno != EINVAL)
        error_ = errno;
    if (file_ != stdout) {
        if (std::fclose(std::exchange(file_, nullptr)) != 0 && error_ == 0) error_ = errno;
    }
    if (error_ != 0) return cannot_write(path_, error_);
    if (!temporary_.empty()) {
        if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return cannot_write(path_, errno);
        temporary_.clear();
    }
    return {};
}

}  // namespace gouji
