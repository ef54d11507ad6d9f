#include "gouji/lsp/toml_caret.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed_start(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

std::string_view trimmed_both(std::string_view text) {
    text = trimmed_start(text);
    while (!text.empty() && blanks.find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

/// The keys of a dotted name: a."b/c".d
std::vector<std::string> keys_of(std::string_view name) {
    std::vector<std::string> out(1);
    char quote = 0;
    for (const char c : name) {
        if (quote != 0) {
            if (c == quote) {
                quote = 0;
            } else {
                out.back().push_back(c);
            }
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '.') {
            out.emplace_back();
        } else if (blanks.find(c) == std::string_view::npos) {
            out.back().push_back(c);
        }
    }
    return out;
}

/// The keys of a header, [a.b] or [[a.b]]; nothing when the line is none.
std::optional<std::vector<std::string>> header_of(std::string_view line) {
    line = trimmed_start(line);
    if (!line.starts_with('[')) return std::nullopt;
    line.remove_prefix(line.starts_with("[[") ? 2 : 1);
    const std::size_t end = line.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    return keys_of(line.substr(0, end));
}

/// Where a key ends and its value begins: the first = outside quotation marks.
std::size_t assignment(std::string_view line) {
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quote != 0) {
            if (line[i] == quote) quote = 0;
        } else if (line[i] == '"' || line[i] == '\'') {
            quote = line[i];
        } else if (line[i] == '#') {
            break;
        } else if (line[i] == '=') {
            return i;
        }
    }
    return std::string_view::npos;
}

/// The lines of the text, each with where it begins.
struct Line {
    std::string_view words;
    std::uint32_t begin;
};
std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view words = text.substr(at, end - at);
        if (words.ends_with('\r')) words.remove_suffix(1);
        out.push_back({words, static_cast<std::uint32_t>(at)});
        at = end + 1;
    }
    return out;
}

/// The caret in the line's part before it.
std::optional<TomlCaret> in_line(const Line& line, std::uint32_t at) {
    const std::string_view before = line.words.substr(0, at - line.begin);
    const std::string_view words = trimmed_start(before);
    TomlCaret out;
    const auto begin = [&](std::string_view part) {
        return line.begin + static_cast<std::uint32_t>(part.data() - line.words.data());
    };
    if (words.starts_with('#')) return std::nullopt;
    if (words.starts_with('[')) {
        if (words.find(']') != std::string_view::npos) return std::nullopt;
        out.place = TomlCaret::Place::table;
        out.replaced = {begin(words), at};
        return out;
    }
    const std::size_t equals = assignment(before);
    if (equals == std::string_view::npos) {
        if (words.find(' ') != std::string_view::npos) return std::nullopt;
        out.replaced = {begin(words), at};
        return out;
    }
    out.place = TomlCaret::Place::value;
    const auto keys = keys_of(trimmed_both(before.substr(0, equals)));
    out.key = keys.back();
    out.table.assign(keys.begin(), keys.end() - 1);
    // In a list the last of its words.
    std::string_view value = before.substr(equals + 1);
    const std::size_t comma = value.find_last_of(",[");
    if (comma != std::string_view::npos) value.remove_prefix(comma + 1);
    value = trimmed_start(value);
    out.quoted = value.starts_with('"');
    out.replaced = {begin(value), at};
    // A quotation mark that the editor has put behind the caret goes with the word.
    const std::string_view after = line.words.substr(at - line.begin);
    if (out.quoted && after.starts_with('"')) ++out.replaced.end;
    return out;
}

}  // namespace

std::optional<TomlCaret> toml_caret(std::string_view text, std::uint32_t at, bool front_matter) {
    const std::vector<Line> lines = lines_of(text);
    const auto behind = std::ranges::upper_bound(lines, at, {}, &Line::begin);
    const auto here = static_cast<std::size_t>(behind - lines.begin()) - 1;
    if (at > lines[here].begin + lines[here].words.size()) return std::nullopt;
    std::size_t first = 0, end = lines.size();
    if (front_matter) {
        first = 1;
        for (std::size_t i = first; i < lines.size() && end == lines.size(); ++i) {
            if (lines[i].words == "+++") end = i;
        }
        if (here < first || here >= end) return std::nullopt;
    }
    auto out = in_line(lines[here], at);
    if (!out) return std::nullopt;
    // The table around: the last header above, and its keys up to the next header.
    std::vector<std::string> table;
    for (std::size_t i = first; i < end; ++i) {
        if (auto header = header_of(lines[i].words); header && i != here) {
            if (i > here) break;
            table = std::move(*header);
            out->present.clear();
        } else if (const std::size_t equals = assignment(lines[i].words);
                   equals != std::string_view::npos && i != here) {
            out->present.insert(keys_of(trimmed_both(lines[i].words.substr(0, equals))).front());
        }
    }
    table.insert(table.end(), out->table.begin(), out->table.end());
    out->table = std::move(table);
    return out;
}

}  // namespace gouji
