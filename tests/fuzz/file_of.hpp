#pragma once

#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

namespace gouji::fuzz {

/// Bytes as a file in memory, for what reads a path.
class FileOf {
public:
    explicit FileOf(std::string_view bytes) : number_(::memfd_create("input", MFD_CLOEXEC)) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    ~FileOf() { ::close(number_); }
    FileOf(const FileOf&) = delete;
    FileOf& operator=(const FileOf&) = delete;

    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

private:
    int number_;
};

}  // namespace gouji::fuzz
