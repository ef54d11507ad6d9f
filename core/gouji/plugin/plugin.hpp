#pragma once

#include "gouji/base/result.hpp"
#include "gouji/rule/page.hpp"
#include <gouji/abi.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A rule as a plugin declares it: its page, and its functions copied out of the plugin's data.
struct NativeRule {
    Page page;
    gouji_rule functions{};  ///< null ones where only the page is known
};

/// A loaded plugin: a value; the code it speaks of is never unloaded.
struct Plugin {
    std::filesystem::path file;
    std::string id;
    std::string version;
    std::uint32_t abi_minor = 0;
    std::vector<NativeRule> rules;
    std::vector<Error> refused;  ///< rules that cannot be used, each by itself
};

/// Opens a file and reads what it declares; runs no code of the plugin's beyond its static
/// initialisers. Every way to be no plugin has its own message. [main]
Result<Plugin> load_plugin(const std::filesystem::path& file);

/// A plugin's file as its rules are told: absolute.
[[nodiscard]] std::string absolute_file(const std::filesystem::path& file);

/// The plugin files of a folder, sorted; empty when there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> plugin_files(const std::filesystem::path& folder);

}  // namespace gouji
