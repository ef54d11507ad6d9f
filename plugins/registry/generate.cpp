// registry_tables DOCUMENTS DIVISIONS OUTPUT: turns rules/documents.tsv and rules/divisions.txt
// into C++ source. Runs once a build; a row that does not read stops it with file, line and remedy.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "divisions.hpp"
#include "documents.hpp"

namespace gouji::registry {
namespace {

/// A list's file, read line by line; comments and empty lines are passed over.
class ListFile {
public:
    explicit ListFile(const char* path) : path_(path), file_(path) {
        if (!file_) stop("cannot be read");
    }

    bool next(std::string& line) {
        while (std::getline(file_, line)) {
            ++line_;
            if (!line.empty() && line.front() != '#') return true;
        }
        return false;
    }

    [[noreturn]] void stop(const std::string& why) const {
        std::fprintf(stderr, "%s:%u: %s\n", path_, line_, why.c_str());
        std::exit(1);
    }

private:
    const char* path_;
    std::ifstream file_;
    unsigned line_ = 0;
};

struct Row {
    std::string citation, issuer, title, replaced_by, subject;
    std::uint32_t year = 0;
    std::uint32_t number = 0;
    std::uint32_t issued = 0;
};

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        out.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

/// The digits at the front of `text`, taken off it.
std::optional<std::uint32_t> take_number(std::string_view& text) {
    std::uint32_t value = 0;
    std::size_t size = 0;
    for (; size < text.size() && size < 6 && text[size] >= '0' && text[size] <= '9'; ++size)
        value = value * 10 + static_cast<std::uint32_t>(text[size] - '0');
    text.remove_prefix(size);
    return size == 0 ? std::nullopt : std::optional(value);
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

/// 国办发〔2017〕97号 or 国务院令第711号.
void read_citation(const ListFile& file, Row& row) {
    const std::string_view whole = row.citation;
    const std::size_t order = whole.find("第");
    const std::size_t bracket = whole.find("〔");
    const std::size_t end = std::min(order, bracket);
    std::string_view rest = end == std::string_view::npos ? "" : whole.substr(end);
    row.issuer = whole.substr(0, std::min(end, whole.size()));
    if (take(rest, "〔")) {
        row.year = take_number(rest).value_or(0);
        if (row.year < 1949 || !take(rest, "〕")) file.stop("the number needs its year in 〔〕");
    } else {
        take(rest, "第");
    }
    row.number = take_number(rest).value_or(0);
    if (row.number == 0 || rest != "号")
        file.stop("the number does not read as 国办发〔2017〕97号");
}

/// 2017-12-19, or 2017 alone.
void read_date(const ListFile& file, std::string_view date, Row& row) {
    const auto year = take_number(date);
    std::uint32_t month = 0;
    std::uint32_t day = 0;
    if (take(date, "-")) {
        month = take_number(date).value_or(13);
        if (take(date, "-")) day = take_number(date).value_or(32);
    }
    if (!year || *year < 1949 || month > 12 || day > 31 || !date.empty())
        file.stop("the date does not read as 2017-12-19 or 2017");
    row.issued = *year * 10000 + month * 100 + day;
}

std::vector<Row> read_documents(const char* path) {
    ListFile file(path);
    std::vector<Row> rows;
    for (std::string line; file.next(line);) {
        const std::vector<std::string> cell = cells(line);
        if (cell.size() != 6) file.stop("six columns are expected, separated by tabs");
        if (cell[5].find(' ') == std::string::npos) file.stop("a row needs two sources");
        Row row{cell[0], "", cell[1], cell[3], cell[4]};
        read_citation(file, row);
        read_date(file, cell[2], row);
        if (row.title.empty() || row.title.size() > longest_title)
            file.stop("the title is missing or too long");
        rows.push_back(std::move(row));
    }
    for (const Row& row : rows) {
        const auto named = [&](const Row& other) { return other.citation == row.replaced_by; };
        if (!row.replaced_by.empty() && std::ranges::none_of(rows, named))
            file.stop(row.citation + " is replaced by " + row.replaced_by + ", which has no row");
    }
    return rows;
}

std::vector<std::uint32_t> read_divisions(const char* path) {
    ListFile file(path);
    std::vector<std::uint32_t> hashes;
    for (std::string line; file.next(line);) {
        if (line.find_first_of(" \t\r") != std::string::npos)
            file.stop("one name a line is expected");
        hashes.push_back(division_hash(line));
    }
    std::ranges::sort(hashes);
    const auto rest = std::ranges::unique(hashes);
    hashes.erase(rest.begin(), rest.end());
    return hashes;
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

void write(const char* path, const std::vector<Row>& rows,
           const std::vector<std::uint32_t>& hashes) {
    std::ofstream out(path);
    out << "// Generated from rules/documents.tsv and rules/divisions.txt.\n#include "
           "\"tables.hpp\"\n\n"
           "namespace gouji::registry {\nnamespace {\nconstinit const Document rows[] = {\n";
    for (const Row& row : rows) {
        std::string successor = "nullptr";
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!row.replaced_by.empty() && rows[i].citation == row.replaced_by)
                successor = "rows + " + std::to_string(i);
        }
        out << "    {" << quoted(row.citation) << ", " << quoted(row.issuer) << ", " << row.year
            << ", " << row.number << ", " << quoted(row.title) << ", "
            << quoted(title_key(row.title)) << ", " << row.issued << ", " << successor << ", "
            << quoted(row.subject) << "},\n";
    }
    out << "};\nconstexpr std::uint32_t hashes[] = {";
    for (std::size_t i = 0; i < hashes.size(); ++i)
        out << (i % 10 == 0 ? "\n    " : " ") << hashes[i] << "U,";
    out << "\n};\n}  // namespace\n\nconstinit const std::span<const Document> document_table = "
           "rows;\n"
           "constinit const std::span<const std::uint32_t> division_table = hashes;\n\n}  // "
           "namespace gouji::registry\n";
    if (!out.flush()) {
        std::fprintf(stderr, "%s: cannot be written\n", path);
        std::exit(1);
    }
}

}  // namespace
}  // namespace gouji::registry

int main(int count, char** arguments) {
    if (count != 4) {
        std::fputs("usage: registry_tables DOCUMENTS DIVISIONS OUTPUT\n", stderr);
        return 2;
    }
    using namespace gouji::registry;
    write(arguments[3], read_documents(arguments[1]), read_divisions(arguments[2]));
    return 0;
}
