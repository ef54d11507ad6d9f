#pragma once

#include "gouji/base/localized.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <boost/program_options/options_description.hpp>

namespace gouji {

/// The options of one command. The command line is parsed by them and the help is printed from
/// them, so that names and help are the same.
///
/// `names` is a long name, or a long and a short one: “format” or “format,f”. Titles, arguments and
/// notes are the words of the help; a note is short and stands in parentheses.
class Options {
public:
    /// With --lang and --help, which every command has.
    explicit Options(Language language);

    /// The heading of the options that are added from here on.
    Options& group(const Localized& title);
    /// An option with a value; it may be given more than once.
    Options& value(const char* names, const Localized& argument, const Localized& note = {});
    /// An option with a value that is one of these words.
    Options& choice(const char* names, const std::vector<std::string>& words,
                    const Localized& note = {});
    /// An option without a value.
    Options& flag(const char* names, const Localized& note = {});

    [[nodiscard]] const boost::program_options::options_description& description() const {
        return all_;
    }
    /// The words that each option made by choice() takes, by its long name.
    [[nodiscard]] const std::map<std::string, std::vector<std::string>>& choices() const {
        return choices_;
    }
    /// A paragraph for each group, wrapped to the columns of a terminal.
    [[nodiscard]] std::string help() const;

private:
    using Described = boost::shared_ptr<boost::program_options::option_description>;

    struct Group {
        std::string title;
        std::vector<Described> options;
    };

    void add(Described option);

    Language language_;
    boost::program_options::options_description all_;
    std::map<std::string, std::vector<std::string>> choices_;
    std::vector<Group> groups_;
    std::vector<Described> common_;  ///< the last of the help
};

// Options that several commands have.

/// --plugin, --plugin-path, --pack and --trust: where rules come from.
void add_rule_sources(Options& options);
/// --select, --ignore and where rules come from.
void add_rule_selection(Options& options);
/// --isolate, --time-limit and --memory-limit: how foreign code runs.
void add_isolation(Options& options);
/// --config, --no-config and --locked.
void add_configuration(Options& options);
/// --edition and --year.
void add_report(Options& options);

}  // namespace gouji
