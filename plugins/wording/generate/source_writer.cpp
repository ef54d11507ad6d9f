#include "source_writer.hpp"

#include "lists.hpp"

namespace gouji::wording {

SourceWriter::SourceWriter(const std::string& path) : file_(std::fopen(path.c_str(), "wb")) {
    if (file_ == nullptr) stop("cannot write " + path);
}

SourceWriter::~SourceWriter() {
    // A short write must not pass for a finished file.
    if (std::fclose(file_) != 0) stop("cannot finish the output");
}

void SourceWriter::line(const std::string& text) { std::fprintf(file_, "%s\n", text.c_str()); }

void SourceWriter::text(const std::string& name, std::string_view value) {
    std::fprintf(file_, "const char %s[] =", name.c_str());
    constexpr std::size_t width = 48;
    for (std::size_t at = 0; at < value.size() || at == 0; at += width) {
        std::fputs("\n    \"", file_);
        for (const char c : value.substr(at, width)) {
            std::fprintf(file_, "\\%03o", static_cast<unsigned char>(c));
        }
        std::fputc('"', file_);
    }
    std::fputs(";\n", file_);
}

void SourceWriter::open(const std::string& type, const std::string& name, std::size_t size) {
    std::fprintf(file_, "const %s %s[%zu] = {", type.c_str(), name.c_str(), size == 0 ? 1 : size);
}

void SourceWriter::number(std::uint64_t value, std::size_t column) {
    std::fprintf(file_, "%s%lluU,", column % 12 == 0 ? "\n    " : "",
                 static_cast<unsigned long long>(value));
}

void SourceWriter::close(bool was_empty) { std::fputs(was_empty ? "0};\n" : "\n};\n", file_); }

}  // namespace gouji::wording
