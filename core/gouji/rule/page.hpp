#pragma once

#include "gouji/base/result.hpp"
#include "gouji/base/source_snippet.hpp"
#include "gouji/rule/word_list.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gouji {

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
};

/// A rule's page: the one description of a rule. See docs/page-format.en.md.
struct Page {
    std::string file;  ///< where it came from, for messages
    std::string id;
    SourceSnippet id_frame;  ///< of an error about the id
    Localized name;
    Localized summary;
    Level level = Level::warning;
    bool enabled = true;
    bool native = false;
    std::string precision;
    std::string kind;  ///< of a declarative rule, or ""
    std::vector<std::string> tags;
    std::vector<std::string> editions;
    std::vector<std::string> formerly;
    std::vector<Message> messages;
    std::vector<Option> options;
    std::vector<WordList> lists;    ///< sorted by name
    std::string_view front_matter;  ///< the TOML, for the kind's own parameters
    std::uint32_t front_matter_line = 1;
    std::string_view body;                    ///< Markdown after the front matter
    std::shared_ptr<const std::string> text;  ///< keeps them, but where a plugin does
    std::vector<Example> examples;            ///< filled by parse_examples only

    [[nodiscard]] const Message* message(std::string_view id) const;
};

/// Front matter only: what a run needs. Errors read FILE:LINE:COLUMN.
Result<Page> parse_page(std::string text, const std::string& file);
/// Adds the body's examples; only tests and documentation need them.
Result<std::vector<Example>> parse_examples(const Page& page);

}  // namespace gouji
