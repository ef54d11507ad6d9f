#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace gouji {

class Fields;

/// One TOML file while it is read: keeps its tree and the first thing that is wrong with it.
class TomlFile {
public:
    TomlFile(std::string_view toml, std::string file);
    TomlFile(const TomlFile&) = delete;
    TomlFile& operator=(const TomlFile&) = delete;

    [[nodiscard]] Fields root();
    /// FILE:LINE:COLUMN and what is wrong; empty when all is well.
    [[nodiscard]] const std::string& error() const { return error_; }
    void fail_at(const toml::source_region& where, const std::string& what);

private:
    std::string file_;
    toml::table table_;
    std::string error_;
};

/// A table of which every key must be asked for: `end` complains about the others.
/// After the first error all answers are empty; ask the file.
class Fields {
public:
    Fields(TomlFile& file, const toml::table& table) : file_(&file), table_(&table) {}

    std::string text(std::string_view key);
    std::string text_or(std::string_view key);
    std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high);
    std::int64_t integer_or(std::string_view key, std::int64_t low, std::int64_t high,
                            std::int64_t otherwise);
    bool boolean_or(std::string_view key);
    /// Index of the choice; 0 where the key is absent.
    std::uint32_t choice_or(std::string_view key, std::initializer_list<std::string_view> choices);
    std::vector<std::string> list_or(std::string_view key);
    std::optional<Fields> table_or(std::string_view key);
    void each(std::string_view key, const std::function<void(Fields)>& take);
    [[nodiscard]] std::vector<std::string_view> keys() const;

    /// Complains about the value of `key`.
    void wrong(std::string_view key, const std::string& what);
    /// Complains that the value names nothing known, and names the nearest.
    void unknown(std::string_view key, std::string_view value,
                 const std::vector<std::string_view>& known);
    /// Complains about keys that nobody asked for.
    void end();

private:
    const toml::node* find(std::string_view key);
    void missing(std::string_view key);

    TomlFile* file_;
    const toml::table* table_;
    std::vector<std::string_view> asked_;
};

}  // namespace gouji
