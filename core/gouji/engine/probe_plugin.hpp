#pragma once

#include "gouji/base/result.hpp"
#include "gouji/plugin/plugin.hpp"

#include <filesystem>

namespace gouji {

/// Loads a plugin, makes its rules, destroys them and leaves, all in a child process. What a plugin
/// does on these occasions it would do to this process, where nothing could hold it: one that dies,
/// hangs, prints or leaves by itself is not to be loaded at all. What it declares comes back
/// without its code: pages, and for each rule whether it could be made with its page's options.
/// [main], while there is one thread.
[[nodiscard]] Result<Plugin> probe_plugin(const std::filesystem::path& plugin);

}  // namespace gouji
