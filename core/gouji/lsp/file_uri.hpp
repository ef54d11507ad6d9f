#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// The path of a file: URI, percent-encoding undone; "" for other schemes and what is no URI.
[[nodiscard]] std::string path_of(std::string_view uri);
/// The file: URI of an absolute path.
[[nodiscard]] std::string file_uri(std::string_view path);
/// What a document is called: its path, or the last part of a URI that names no file.
[[nodiscard]] std::string name_of(std::string_view uri);

}  // namespace gouji
