// Prints arrays as C++ source.
#pragma once

#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

namespace gouji::wording {

/// One source file being written; the arrays it names live in its anonymous namespace.
class SourceWriter {
public:
    explicit SourceWriter(const std::string& path);
    ~SourceWriter();
    SourceWriter(const SourceWriter&) = delete;
    SourceWriter& operator=(const SourceWriter&) = delete;

    void line(const std::string& text);

    template <class Number>
    void numbers(const std::string& type, const std::string& name, std::span<const Number> values) {
        open(type, name, values.size());
        std::size_t column = 0;
        for (const Number value : values) number(static_cast<std::uint64_t>(value), column++);
        close(values.empty());
    }
    /// A char array; literals of one line each, joined by the compiler.
    void text(const std::string& name, std::string_view value);

private:
    void open(const std::string& type, const std::string& name, std::size_t size);
    void number(std::uint64_t value, std::size_t column);
    void close(bool was_empty);

    std::FILE* file_;
};

}  // namespace gouji::wording
