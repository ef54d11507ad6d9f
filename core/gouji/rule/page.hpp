#pragma once

#include "gouji/base/result.hpp"
#include "gouji/rule/word_list.hpp"
#include "gouji/text/source_snippet.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gouji {

struct TomlDocument;

enum class Level : std::uint8_t { off, note, warning, error };

struct Message {
    std::string id;
    Localized words;           ///< {name} stands for an argument
    Level level = Level::off;  ///< this message's own level; off: the rule's
};

using OptionValue = std::variant<std::int64_t, bool, std::string, std::vector<std::string>>;

struct Option {
    std::string key;
    Localized words;
    OptionValue value;  ///< the default; its alternative is the type
};

struct Example {
    bool invalid = false;
    std::vector<std::string> words;  ///< the info string after `invalid` or `valid`
    std::string text;                ///< with its ⟦ ⟧ marks
    std::string fixed;               ///< expected text after fixes, or ""
    std::uint32_t line = 0;          ///< of the fence, from 1, in the page's file
    std::string opening;             ///< the fence's first line, for messages
    std::vector<Example> previous;   ///< the report of the year before, or none
};

/// A rule's page: the one description of a rule. See docs/page-format.en.md.
struct Page {
    std::string file;  ///< where it came from, for messages
    std::string id;
    Localized name;
    Localized summary;
    Level level = Level::warning;
    bool enabled = true;
    bool native = false;
    std::string precision;
    std::string kind;                   ///< of a declarative rule, or ""
    std::vector<std::string> external;  ///< the program of an external rule and its arguments
    std::vector<std::string> tags;
    std::vector<std::string> editions;
    std::vector<std::string> aliases;  ///< older ids, which stay valid
    std::string deprecated;  ///< what to use in its stead, in its author's words; "" when current
    std::vector<Message> messages;
    std::vector<Option> options;
    std::vector<WordList> lists;    ///< sorted by name
    std::string_view front_matter;  ///< the TOML as text
    std::uint32_t front_matter_line = 1;
    std::string_view body;                      ///< Markdown after the front matter
    std::shared_ptr<const std::string> text;    ///< keeps them, but where a plugin does
    std::shared_ptr<const TomlDocument> front;  ///< the TOML parsed; null of a compiled page

    [[nodiscard]] const Message* message(std::string_view id) const;
    /// Whether `wanted` is the rule's id or one of its aliases.
    [[nodiscard]] bool is_called(std::string_view wanted) const;
    /// An error about the value of a key of the front matter, as FILE:LINE:COLUMN with the line; of
    /// a compiled page as FILE alone.
    [[nodiscard]] Error error_at(std::string_view key, const Localized& words) const;
    /// Where its id is written: FILE:LINE, of a compiled page FILE.
    [[nodiscard]] std::string place() const;
};

/// Front matter only: what a run needs. Errors read FILE:LINE:COLUMN.
Result<Page> parse_page(std::string text, const std::string& file);
/// Adds the body's examples; only tests and documentation need them.
Result<std::vector<Example>> parse_examples(const Page& page);

}  // namespace gouji
