#include "cli/installation.hpp"

#include "gouji/pack/load_packs.hpp"
#include "gouji/text/excerpt.hpp"

#include <cstdlib>

#include "cli/console.hpp"
#include "cli/known_editions.hpp"

namespace gouji {

namespace fs = std::filesystem;

fs::path prefix() {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path("/usr/local") : self.parent_path().parent_path();
}

fs::path shared_lists() { return prefix() / "share" / "gouji" / "rules" / "lists"; }

fs::path user_packs() {
    const char* const base = std::getenv("XDG_DATA_HOME");
    const char* const home = std::getenv("HOME");
    if (base != nullptr && *base == '/') return fs::path(base) / "gouji" / "packs";
    if (home != nullptr && *home == '/')
        return fs::path(home) / ".local" / "share" / "gouji" / "packs";
    return {};
}

std::vector<fs::path> pack_stores() {
    std::vector<fs::path> out;
    if (fs::path own = user_packs(); !own.empty()) out.push_back(std::move(own));
    out.push_back(prefix() / "share" / "gouji" / "packs");
    return out;
}

Result<std::vector<Edition>> installed_editions() {
    return load_editions((prefix() / "share" / "gouji" / "rules" / "editions").string(),
                         known_editions());
}

bool names_a_path(const std::string& pack) {
    return pack.find('/') != std::string::npos || pack.starts_with(".");
}

Result<std::string> pack_folder(const std::string& pack, const std::string& base) {
    if (!names_a_path(pack))
        return find_pack_folder(PackReference::of(pack).id, base, pack_stores());
    return (fs::path(base) / pack).lexically_normal().string();
}

namespace {

/// How foreign code runs, as the options say.
Result<std::optional<Isolation>> read_isolation(const Arguments& arguments) {
    if (arguments.text("isolate", "on") == "off") return std::optional<Isolation>();
    Isolation out;
    GOUJI_TRY(const auto milliseconds,
              arguments.number("time-limit", out.limits.milliseconds, 1, 3'600'000));
    out.limits.milliseconds = static_cast<std::uint32_t>(milliseconds);
    GOUJI_TRY(out.limits.memory_bytes, arguments.bytes("memory-limit", out.limits.memory_bytes));
    // What foreign code prints is its author's: nothing for a terminal to obey.
    out.heard = [](std::string_view line) {
        const std::string shown = escape_controls(line);
        complain({shown, shown}, Language::zh);
    };
    return std::optional(std::move(out));
}

}  // namespace

Result<Installation> load_installation(const Arguments& arguments,
                                       const std::vector<std::string>& more,
                                       const std::vector<PackRequest>& packs) {
    Installation out;
    auto editions = installed_editions();
    if (!editions) return Failure(editions.error());
    out.editions = std::make_unique<const std::vector<Edition>>(std::move(*editions));
    out.lexicon = std::make_unique<const Lexicon>(*out.editions);

    Places places;
    for (const std::string& file : arguments.texts("plugin")) places.plugins.emplace_back(file);
    places.plugins.insert(places.plugins.end(), more.begin(), more.end());
    for (const std::string& folder : arguments.texts("plugin-path")) {
        std::error_code error;
        if (!fs::is_directory(folder, error)) {
            return fail("--plugin-path " + folder + "：没有这个文件夹",
                        "--plugin-path " + folder + ": no such folder");
        }
        places.plugin_folders.emplace_back(folder);
    }
    places.own_plugins = prefix() / "lib" / "gouji" / "plugins";
    GOUJI_TRY(places.isolation, read_isolation(arguments));
    places.trust = arguments.on("trust");
    places.lists = shared_lists();
    places.pack_stores = pack_stores();
    places.packs.assign(packs.begin(), packs.end());
    for (const std::string& name : arguments.list("pack")) {
        // With --locked a folder of that name beside the documents is not meant.
        const bool by_name = !names_a_path(name);
        const fs::path base = arguments.on("locked") && by_name ? places.pack_stores.front() : ".";
        GOUJI_TRY(auto folder, pack_folder(name, base.string()));
        places.packs.push_back(
            {folder, by_name ? PackReference::of(name) : PackReference{}, "--pack"});
        out.asked_packs.push_back(std::move(folder));
    }
    out.catalogue = Catalogue::load(places, *out.editions);
    return out;
}

}  // namespace gouji
