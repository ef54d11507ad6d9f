#pragma once

#include "gouji/base/result.hpp"
#include "gouji/text/source_snippet.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gouji {

class TomlReader;
struct Page;

/// A list of words that a page declares under [lists]: written there, or shared by name with other
/// pages and then read from a file of its own, or both.
struct WordList {
    std::string name;
    std::vector<std::string> words;   ///< shared ones first; without doubles
    std::vector<std::string> values;  ///< beside each word, or none
    Localized about;                  ///< what the list is, for users; may be empty
    bool extend = false;              ///< packs and the configuration may add words
    bool scan = true;                 ///< gouji finds the words; false: only the rule uses them

    std::string shared;   ///< name of a shared list that is not read yet, or ""
    SourceSnippet frame;  ///< of an error about `shared`
};

/// Words that a pack or the configuration adds to a list of a page.
struct WordListAddition {
    std::string list;
    std::vector<std::string> words;
    std::vector<std::string> values;  ///< beside each word, or none
    SourceSnippet frame;              ///< of an error about it
};

/// The lists of a page's [lists]. Shared ones are left to be read.
[[nodiscard]] std::vector<WordList> read_word_lists(TomlReader& page);

/// Reads the shared lists that a page names: <folder>/<name>.toml, from the first folder that has
/// it. The files that were read are added to `files`.
Result<void> load_shared_lists(Page& page, std::span<const std::filesystem::path> folders,
                               std::vector<std::filesystem::path>* files = nullptr);

/// What the table `lists` inside `in` adds: name = ["word", …], or name = { "word" = "value" }.
[[nodiscard]] std::vector<WordListAddition> read_additions(TomlReader& in);
/// Why words cannot be added to a page's list: there is no list of that name that the page opens
/// for it, or its words are of another sort.
[[nodiscard]] std::optional<Error> misfit(const Page& page, const WordListAddition& addition);

/// Adds the words that a list does not have yet.
void extend(std::vector<WordList>& lists, std::span<const WordListAddition> additions);

}  // namespace gouji
