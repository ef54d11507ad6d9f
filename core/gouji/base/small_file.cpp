#include "gouji/base/small_file.hpp"

#include "gouji/base/system_error.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gouji {
namespace {

/// A descriptor that is closed with its owner.
class Opened {
public:
    explicit Opened(const std::filesystem::path& file)
        : number_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
    ~Opened() {
        if (number_ >= 0) ::close(number_);
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

}  // namespace

Result<std::string> read_small_file(const std::filesystem::path& file) {
    const auto refused = [&](const std::string& zh, const std::string& en) {
        return fail(file.string() + "：" + zh, file.string() + ": " + en);
    };
    const auto unreadable = [&] {
        const Localized why = system_words(errno);
        return refused("读不到：" + why.zh, "cannot be read: " + why.en);
    };
    const auto too_large = [&] {
        return refused("文件超过 16 MiB，不像是 gouji 用的文件",
                       "the file has more than 16 MiB, which no file of this kind needs");
    };
    const Opened opened(file);
    if (opened.number() < 0) return unreadable();
    struct stat status {};
    if (::fstat(opened.number(), &status) != 0) return unreadable();
    if (S_ISDIR(status.st_mode)) return refused("是文件夹，不是文件", "is a folder, not a file");
    if (!S_ISREG(status.st_mode))
        return refused("不是普通文件（管道或设备）", "is not a regular file (a pipe or a device)");
    if (static_cast<std::size_t>(status.st_size) > small_file_limit) return too_large();
    std::string bytes;
    // One byte more than expected, so that one read sees the end of a file that did not grow.
    std::size_t room = static_cast<std::size_t>(status.st_size) + 1;
    while (true) {
        const std::size_t have = bytes.size();
        bytes.resize(have + room);
        const ssize_t got = ::read(opened.number(), bytes.data() + have, room);
        if (got < 0 && errno != EINTR) return unreadable();
        bytes.resize(have + static_cast<std::size_t>(got < 0 ? 0 : got));
        if (got == 0) return bytes;
        if (bytes.size() > small_file_limit) return too_large();
        room = std::size_t{1} << 16U;
    }
}

}  // namespace gouji
