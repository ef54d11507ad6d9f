#include "gouji/engine/file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <sys/stat.h>

namespace gouji {
namespace {

struct Close {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};
using Handle = std::unique_ptr<std::FILE, Close>;

std::string mebibytes(std::uint64_t bytes) {
    const std::uint64_t tenths = (bytes * 10 + (1U << 19U)) >> 20U;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MiB";
}

Failure too_large(std::uint64_t bytes, std::uint64_t max_size) {
    return fail("文件有 " + mebibytes(bytes) + "，超过上限 " + mebibytes(max_size) +
                    "，确要检查请加大 --max-size",
                "the file has " + mebibytes(bytes) + ", more than the limit of " +
                    mebibytes(max_size) + "; raise --max-size to check it all the same");
}

Result<std::string> contents(const Input& input, std::uint64_t max_size) {
    const bool piped = input.path == "-";
    struct stat status {};
    if (!piped && ::stat(input.path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            return fail("是文件夹，不是文件", "is a folder, not a file");
        }
        if (S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) > max_size) {
            return too_large(static_cast<std::uint64_t>(status.st_size), max_size);
        }
    }
    const Handle file(piped ? stdin : std::fopen(input.path.c_str(), "rb"));
    if (!file) {
        if (errno == EACCES) {
            return fail("没有读取权限，请检查文件权限",
                        "no permission to read it; check the file's permissions");
        }
        const std::string why = std::strerror(errno);
        return fail("打不开：" + why, "cannot be opened: " + why);
    }
    std::string bytes;
    // One byte more than expected, so that one read sees the end of a file that did not grow.
    std::size_t room =
        S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : 1U << 16U;
    while (true) {
        const std::size_t have = bytes.size();
        bytes.resize(have + room);
        const std::size_t got = std::fread(bytes.data() + have, 1, room, file.get());
        bytes.resize(have + got);
        if (bytes.size() > max_size) return too_large(bytes.size(), max_size);
        if (got < room) break;
        room = std::max<std::size_t>(bytes.size(), 1U << 16U);
    }
    if (std::ferror(file.get()) != 0) {
        const std::string why = std::strerror(errno);
        return fail("读取出错：" + why, "cannot be read: " + why);
    }
    return bytes;
}

}  // namespace

Result<std::shared_ptr<const File>> File::load(const Input& input, const LoadOptions& options) {
    if (input.problem) return Failure(*input.problem);
    GOUJI_TRY(auto bytes, contents(input, options.max_size));
    const std::uint64_t size = bytes.size();
    const auto digest = options.digest ? std::optional(sha256(bytes)) : std::nullopt;
    GOUJI_TRY(auto text, Text::decode(std::move(bytes), options.encoding));
    if (text.view().empty()) return fail("文件是空的", "the file is empty");
    return std::make_shared<const File>(input.name, std::move(text), size, digest);
}

std::string File::base_name() const {
    return name_ == "<stdin>" ? std::string() : std::filesystem::path(name_).filename().string();
}

const LineIndex& File::lines() const {
    std::call_once(once_, [this] { lines_ = std::make_unique<LineIndex>(text_.view()); });
    return *lines_;
}

}  // namespace gouji
