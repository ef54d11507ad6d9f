#pragma once

#include <string_view>

namespace gouji {

/// Whether a relative path with `/` matches a glob: `*` and `?` stay inside one folder, `**`
/// crosses folders. A glob without `/` is matched with the file's name only.
[[nodiscard]] bool glob_matches(std::string_view glob, std::string_view path);

}  // namespace gouji
