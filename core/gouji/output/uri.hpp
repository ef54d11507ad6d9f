#pragma once

#include "gouji/engine/inputs.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// The working folder as a file: URI with a slash at its end.
[[nodiscard]] std::string current_folder();

/// A folder as a file: URI with a slash at its end.
[[nodiscard]] std::string folder_uri(std::string_view folder);

/// A path, percent-encoded as URIs require.
[[nodiscard]] std::string encoded_path(std::string_view path);

/// A path as a percent-encoded URI: relative to `base` where it lies inside, else absolute.
[[nodiscard]] std::string relative_uri(std::string_view path, std::string_view base);

/// The URI of an input in results.
[[nodiscard]] std::string result_uri(const Input& input, std::string_view base);

}  // namespace gouji
