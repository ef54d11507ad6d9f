#include "generated_source.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace gouji {
namespace {

/// Bytes as string literals of one line each, in octal escapes, which the compiler joins.
std::string literal(std::string_view bytes) {
    constexpr std::size_t width = 48;
    constexpr char digits[] = "01234567";
    std::string out;
    for (std::size_t at = 0; at < bytes.size() || at == 0; at += width) {
        out += "\n    \"";
        for (const char c : bytes.substr(at, width)) {
            const auto byte = static_cast<unsigned char>(c);
            out += {'\\', digits[byte >> 6U], digits[(byte >> 3U) & 7U], digits[byte & 7U]};
        }
        out += '"';
    }
    return out;
}

}  // namespace

void stop(const Error& error) {
    std::fprintf(stderr, "%s\n%s\n", error.zh.c_str(), error.en.c_str());
    std::exit(1);
}

std::string contents(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) stop({file + "：读不到这个文件", file + ": cannot be read"});
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string text(std::string_view bytes) {
    return "{" + literal(bytes) + ", " + std::to_string(bytes.size()) + "}";
}

void write(const std::string& file, const std::string& words) {
    std::ifstream old(file, std::ios::binary);
    if (old && std::string{std::istreambuf_iterator<char>(old), {}} == words) return;
    std::ofstream out(file, std::ios::binary);
    if (!(out << words << std::flush)) stop({file + "：写不进去", file + ": cannot be written"});
}

}  // namespace gouji
