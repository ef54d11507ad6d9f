#pragma once

#include "gouji/base/nearest.hpp"
#include "gouji/base/result.hpp"
#include "gouji/text/source_snippet.hpp"
#include "gouji/toml/document.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// One reading of a document by a TomlReader and those that it hands out.
struct TomlReading {
    const TomlDocument* document;
    std::optional<Error> error = {};  ///< the first that happened
    bool about_absence = false;  ///< it is about a key that is not there: a misspelt one says more
};

/// Reads one TOML table key by key. The first error is kept and everything after it answers with
/// defaults, so that a loader reads straight down and asks once, at the end: finish().
/// Keys that were not asked for are errors that name the nearest known one.
class TomlReader {
public:
    TomlReader(const toml::table& table, TomlReading& reading, std::string path = {})
        : table_(&table), reading_(&reading), path_(std::move(path)) {}

    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    /// The keys of a table whose keys are the author's own ([messages.…]).
    [[nodiscard]] std::vector<std::string> keys() const;

    /// The tables that were not asked for so far.
    [[nodiscard]] std::vector<std::string> unasked() const;

    [[nodiscard]] std::string text(std::string_view key);  ///< required
    [[nodiscard]] std::string text(std::string_view key, std::string_view fallback);
    [[nodiscard]] std::int64_t integer(std::string_view key, std::optional<std::int64_t> fallback);
    /// A whole number from 0 on.
    [[nodiscard]] std::int64_t count(std::string_view key, std::optional<std::int64_t> fallback);
    [[nodiscard]] bool boolean(std::string_view key, bool fallback);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);  ///< [] when absent
    /// One of a few words; the index of the word. An unknown word names the nearest.
    [[nodiscard]] std::size_t one_of(std::string_view key,
                                     std::initializer_list<std::string_view> words,
                                     std::optional<std::size_t> fallback);
    [[nodiscard]] std::optional<TomlReader> table(std::string_view key);  ///< nullopt when absent
    [[nodiscard]] std::vector<TomlReader> tables(
        std::string_view key);  ///< [[key]]; [] when absent
    /// The raw node, for a value of several types; null when absent.
    [[nodiscard]] const toml::node* node(std::string_view key);

    /// Records an error at a key's value (or at the table when the key is absent).
    void wrong(std::string_view key, const std::string& zh, const std::string& en);
    /// At the key itself, where what is wrong is its name.
    void wrong_key(std::string_view key, const std::string& zh, const std::string& en);
    /// At a stretch of the key's text; at the whole value where that is not printed as it is read.
    void wrong_part(std::string_view key, std::string_view part, const std::string& zh,
                    const std::string& en);
    void wrong_at(const toml::node& node, const std::string& zh, const std::string& en);
    /// Where the key's value stands: line and column from 1, in the file.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> place(std::string_view key) const;

    /// How an error at the key's value begins and ends, for one that is found later.
    [[nodiscard]] SourceSnippet frame(std::string_view key) const;

    /// Reports unknown keys.
    void finish();
    [[nodiscard]] const TomlDocument& source() const { return *reading_->document; }

private:
    template <class T>
    const T* typed(std::string_view key, const char* zh, const char* en);
    void unknown(std::string_view key);

    const toml::table* table_;
    TomlReading* reading_;
    std::string path_;
    std::set<std::string, std::less<>> asked_;
};

/// Hands the root to `read`; what `read` returns, or the first error as FILE:LINE:COLUMN with the
/// line and the value underlined. `read` calls finish() where no other key may stand.
template <class T>
Result<T> read_toml(const TomlDocument& document, const std::function<T(TomlReader&)>& read) {
    TomlReading reading{&document};
    TomlReader root(document.table, reading);
    T out = read(root);
    if (reading.error) return Failure(std::move(*reading.error));
    return out;
}

/// Parses, reads and finishes.
template <class T>
Result<T> read_toml(std::string_view text, const std::string& file, std::uint32_t first_line,
                    const std::function<T(TomlReader&)>& read) {
    GOUJI_TRY(const auto document, parse_toml(text, file, first_line));
    return read_toml<T>(*document, [&](TomlReader& root) {
        T out = read(root);
        root.finish();
        return out;
    });
}

}  // namespace gouji
