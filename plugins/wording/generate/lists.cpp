#include "lists.hpp"

#include <gouji/utf8.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace gouji::wording {

void stop(const std::string& why) {
    std::fprintf(stderr, "wording_tables: %s\n", why.c_str());
    std::exit(1);
}

std::vector<Row> read_rows(const std::string& path) {
    std::ifstream file(path);
    if (!file) stop("cannot read " + path);
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        Row row;
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t end = std::min(line.find('\t', at), line.size());
            row.push_back(line.substr(at, end - at));
            at = end + 1;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> read_words(const std::string& path) {
    std::vector<std::string> words;
    for (Row& row : read_rows(path)) words.push_back(std::move(row.front()));
    return words;
}

std::u16string wide(std::string_view text) {
    std::u16string out;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        if (c.code > 0xFFFF) stop("character outside the basic plane in " + std::string(text));
        out.push_back(static_cast<char16_t>(c.code));
        at += c.size;
    }
    return out;
}

std::string narrow(std::u16string_view text) {
    std::string out;
    for (const char16_t c : text) append(out, c);
    return out;
}

}  // namespace gouji::wording
