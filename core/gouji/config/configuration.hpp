#pragma once

#include "gouji/base/result.hpp"
#include "gouji/rule/page.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A value and where it was said: “gouji.toml:3”, “--year”, or “” for the default.
template <class T>
struct Said {
    T value{};
    std::string place;
};

/// What a configuration says of one rule.
struct RuleSetting {
    std::size_t rule = 0;  ///< index into the pages the configuration was read against
    std::optional<Level> level;
    std::map<std::string, OptionValue, std::less<>> options;
    std::vector<WordListAddition> lists;  ///< words for the rule's lists
    std::string place;
};

/// A finding that somebody has reviewed and accepted. `rule` and one of `file`, `fingerprint`.
struct Suppression {
    std::string rule;         ///< id, plugin or pack as written, or "" for any
    std::string file;         ///< glob below the configuration's folder, or "" for any
    std::string fingerprint;  ///< of one finding, or ""
    std::string reason;       ///< never empty
    std::string expires;      ///< "2026-12-31", or "" for never: it holds on that day still
    std::string place;        ///< FILE:LINE
};

/// How another program makes a .docx of a file that gouji does not read.
struct Conversion {
    std::vector<std::string> argv;  ///< with {input} and {output}, a folder; no shell reads it
    std::int64_t seconds = 60;      ///< the program is ended after that long
    std::string place;              ///< FILE:LINE
};

/// gouji.toml. One file holds for a document: the nearest upward. There is no cascade.
struct Configuration {
    /// The file's own level, and one for each [[override]].
    struct Layer {
        std::vector<std::string> files;  ///< globs below the folder; the file's own level has none
        std::optional<Said<std::string>> edition;
        std::optional<Said<std::int64_t>> year;
        std::vector<RuleSetting> rules;
    };

    std::string file;                         ///< "" when there is none
    std::string folder;                       ///< of the file
    std::vector<Said<std::string>> packs;     ///< ids of installed packs, or folders below `folder`
    std::vector<Said<std::string>> plugins;   ///< files; loaded only with trust
    std::vector<Said<std::string>> previous;  ///< last year's reports, below `folder`
    std::vector<std::string> exclude;         ///< globs of files that folders do not bring in
    std::optional<Said<Level>> fail_on;
    std::optional<Said<std::string>> language;
    std::vector<Layer> layers;
    std::vector<Suppression> suppressions;
    /// By extension, "doc"; run only with trust.
    std::map<std::string, Conversion, std::less<>> conversions;

    /// The layers that hold for a file, as indices, in order; later ones win.
    [[nodiscard]] std::vector<std::size_t> layers_for(std::string_view file) const;
    /// The file's path below the configuration's folder, else the working folder, with `/`.
    [[nodiscard]] std::string relative(std::string_view file) const;
};

/// A gouji.toml, opened and parsed once. Errors read FILE:LINE:COLUMN.
class ConfigurationFile {
public:
    static Result<ConfigurationFile> open(const std::string& file);
    /// The same of a text that is not saved, or not yet.
    static Result<ConfigurationFile> parse(std::string_view text, const std::string& file);

    /// With `pages`, rules and options are checked against them (unknown ones are errors that name
    /// the nearest) and indices bound. Without, they are left out: the packs and plugins that the
    /// file names are known before the rules are.
    [[nodiscard]] Result<Configuration> read(
        std::optional<std::span<const Page* const>> pages = std::nullopt) const;

private:
    explicit ConfigurationFile(std::shared_ptr<const TomlDocument> document)
        : document_(std::move(document)) {}

    std::shared_ptr<const TomlDocument> document_;
};

/// The nearest gouji.toml from a file's or folder's own folder upward; "" when there is none.
[[nodiscard]] std::string find_configuration(const std::string& path);

/// The user's own file, gouji/gouji.toml below $XDG_CONFIG_HOME or ~/.config, of which only
/// [convert] holds; "" when there is none.
[[nodiscard]] std::string user_configuration();

/// A page by id or one of its older ids; the index, or nullopt.
[[nodiscard]] std::optional<std::size_t> find_page(std::span<const Page* const> pages,
                                                   std::string_view id);

/// What a name in gouji.toml stands for: a page by id or older id, or every page of a plugin or
/// pack.
[[nodiscard]] std::vector<std::size_t> find_pages(std::span<const Page* const> pages,
                                                  std::string_view name);

}  // namespace gouji
