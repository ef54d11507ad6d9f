#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/engine/catalogue.hpp"

#include <filesystem>
#include <memory>
#include <vector>

#include "app/arguments.hpp"

namespace gouji {

/// Where this gouji is installed: the folder above the program's own. A build tree is laid out
/// like an installation.
[[nodiscard]] std::filesystem::path prefix();

/// Everything that is loaded before anything is looked at.
struct Installation {
    std::unique_ptr<const std::vector<Edition>> editions;  ///< stays where it is when this is moved
    std::unique_ptr<const Lexicon> lexicon;                ///< points into `editions`
    Catalogue catalogue;
};

/// The editions of the report's form that this installation has.
Result<std::vector<Edition>> installed_editions();

/// The options that say where rules come from; every command that loads rules has them.
void add_rule_sources(boost::program_options::options_description& options);

/// Editions, the plugins and packs of the installation, and those that the user names; `more` are
/// plugin files and `packs` folders besides.
Result<Installation> load_installation(const Arguments& arguments,
                                       const std::vector<std::string>& more = {},
                                       const std::vector<std::string>& packs = {});

}  // namespace gouji
