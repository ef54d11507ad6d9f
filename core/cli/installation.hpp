#pragma once

#include "gouji/edition/edition.hpp"
#include "gouji/edition/lexicon.hpp"
#include "gouji/engine/catalogue.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.hpp"

namespace gouji {

/// Where this gouji is installed: the folder above the program's own. A build tree is laid out
/// like an installation.
[[nodiscard]] std::filesystem::path prefix();

/// Where the word lists are that pages share by name.
[[nodiscard]] std::filesystem::path shared_lists();

/// Where `gouji pack install` puts packs: gouji/packs below $XDG_DATA_HOME or ~/.local/share; ""
/// when there is no such place.
[[nodiscard]] std::filesystem::path user_packs();
/// Where packs are found by name, the user's own first. The other is where an administrator puts
/// packs that everybody on this machine may ask for.
[[nodiscard]] std::vector<std::filesystem::path> pack_stores();

/// Whether a pack is named by a path, not by its id.
[[nodiscard]] bool names_a_path(const std::string& pack);
/// The folder of a pack: a path from `base`; a name alone, or with versions (“heyuan@^1.2”), is a
/// folder in `base`, else an installed pack.
Result<std::string> pack_folder(const std::string& pack, const std::string& base);

/// Everything that is loaded before the first report.
struct Installation {
    std::unique_ptr<const std::vector<Edition>> editions;  ///< its address stays when this is moved
    std::unique_ptr<const Lexicon> lexicon;                ///< points into `editions`
    Catalogue catalogue;
    std::vector<std::string> asked_packs;  ///< the folders that --pack names
};

/// The editions of the report's form that this installation has.
Result<std::vector<Edition>> installed_editions();

/// Editions, the plugins and packs of the installation, and those that the user names; `more` are
/// plugin files and `packs` besides.
Result<Installation> load_installation(const Arguments& arguments,
                                       const std::vector<std::string>& more = {},
                                       const std::vector<PackRequest>& packs = {});

}  // namespace gouji
