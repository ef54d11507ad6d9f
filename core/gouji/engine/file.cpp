#include "gouji/engine/file.hpp"

#include "gouji/base/system_error.hpp"
#include "gouji/container/docx_reader.hpp"
#include "gouji/container/html_reader.hpp"
#include "gouji/parse/report_words.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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

Result<std::string> contents(const std::string& path, std::uint64_t max_size) {
    // Without waiting: opening a pipe would last until somebody writes into it.
    const int opened = path == "-"
                           ? STDIN_FILENO
                           : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    const Handle file(opened == STDIN_FILENO ? stdin
                      : opened < 0           ? nullptr
                                             : ::fdopen(opened, "rb"));
    if (!file) {
        if (errno == EACCES) {
            return fail("没有读取权限，请检查文件权限",
                        "no permission to read it; check the file's permissions");
        }
        return fail(Error{"打不开：", "cannot be opened: "} + system_words(errno));
    }
    struct stat status {};
    if (::fstat(opened, &status) != 0)
        return fail(Error{"打不开：", "cannot be opened: "} + system_words(errno));
    if (S_ISDIR(status.st_mode)) return fail("是文件夹，不是文件", "is a folder, not a file");
    if (S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) > max_size)
        return too_large(static_cast<std::uint64_t>(status.st_size), max_size);
    if (!S_ISREG(status.st_mode) && path != "-") {
        return fail(
            "不是普通文件（管道或设备），请先存为文件，或用 - 从标准输入读",
            "not a regular file (a pipe or a device); store it as a file, or pass - to read "
            "standard input");
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
        return fail(Error{"读取出错：", "cannot be read: "} + system_words(errno));
    }
    return bytes;
}

/// By what the article of a page is found.
ReportWords words_of(const Lexicon* lexicon) {
    if (lexicon == nullptr) {
        const auto never = [](std::string_view) { return false; };
        return {never, never};
    }
    return {[lexicon](std::string_view line) { return is_chapter_title(*lexicon, line); },
            [lexicon](std::string_view cell) { return is_form_label(*lexicon, cell); }};
}

}  // namespace

Result<std::shared_ptr<const File>> File::load(const Input& input, const LoadOptions& options) {
    if (input.problem) return Failure(*input.problem);
    if (input.bytes) return read(input.name, *input.bytes, options);
    GOUJI_TRY(auto bytes, contents(input.path, options.max_size));
    if (!input.converted.empty()) return read_converted(input, bytes, options);
    if (input.path != "-") return read(input.name, std::move(bytes), options);
    GOUJI_TRY(auto file, read_file(input.name, bytes, options));
    file->stored_ = std::move(bytes);
    return file;
}

Result<std::shared_ptr<const File>> File::read(std::string name, std::string bytes,
                                               const LoadOptions& options) {
    GOUJI_TRY(auto file, read_file(std::move(name), std::move(bytes), options));
    return file;
}

Result<std::shared_ptr<const File>> File::read_converted(const Input& input,
                                                         std::string_view original,
                                                         const LoadOptions& options) {
    GOUJI_TRY(auto bytes, contents(input.converted, options.max_size));
    LoadOptions of_docx = options;
    of_docx.digest = false;
    GOUJI_TRY(auto file, read_file(input.name, std::move(bytes), of_docx));
    if (file->kind_ != ContainerKind::docx) {
        return fail("转换得到的不是 .docx，请检查 [convert] 里的程序",
                    "the converter made no .docx; check the program in [convert]");
    }
    file->converted_ = true;
    file->bytes_ = original.size();
    if (options.digest) file->digest_ = sha256(original);
    return file;
}

Result<std::shared_ptr<File>> File::read_file(std::string name, std::string bytes,
                                              const LoadOptions& options) {
    const ContainerKind kind = container_kind(bytes, name);
    if (const auto refused = refusal_of(kind)) return Failure(*refused);
    const std::uint64_t size = bytes.size();
    const auto digest = options.digest ? std::optional(sha256(bytes)) : std::nullopt;
    const auto made = [&](Text text) {
        auto file = std::make_shared<File>(std::move(name), std::move(text), size, digest);
        file->kind_ = kind;
        return file;
    };
    std::shared_ptr<File> file;
    if (kind == ContainerKind::docx) {
        GOUJI_TRY(auto docx, read_docx(bytes));
        file = made(std::move(docx.extracted.text));
        file->structure_ = std::move(docx.extracted.structure);
        file->map_ = std::move(docx.extracted.map);
        file->headers_ = docx.package.parts().headers;
        for (DocxDocument::Part& part : docx.parts) file->parts_.push_back(std::move(part.name));
        file->stored_ = std::move(bytes);
    } else if (kind == ContainerKind::html) {
        GOUJI_TRY(auto html,
                  read_html(std::move(bytes), options.encoding, words_of(options.lexicon)));
        file = made(std::move(html.extracted.text));
        file->page_ = std::move(html.page);
        file->structure_ = std::move(html.extracted.structure);
        file->map_ = std::move(html.extracted.map);
    } else {
        GOUJI_TRY(auto text, Text::decode(std::move(bytes), options.encoding));
        file = made(std::move(text));
    }
    const bool blank = file->text_.view().find_first_not_of(" \t\n") == std::string_view::npos;
    if (kind == ContainerKind::docx && blank) {
        return fail("文档里没有文字，可能全是图片，请用有文字的 .docx 检查",
                    "the document has no words, perhaps only pictures; check a .docx with words");
    }
    if (file->text_.view().empty()) return fail("文件是空的", "the file is empty");
    return file;
}

std::string File::base_name() const {
    return name_ == "<stdin>" ? std::string() : std::filesystem::path(name_).filename().string();
}

const LineIndex& File::source_lines() const {
    if (!page_) return lines();
    std::call_once(source_once_,
                   [this] { source_lines_ = std::make_unique<LineIndex>(page_->view()); });
    return *source_lines_;
}

const LineIndex& File::lines() const {
    std::call_once(once_, [this] { lines_ = std::make_unique<LineIndex>(text_.view()); });
    return *lines_;
}

}  // namespace gouji
