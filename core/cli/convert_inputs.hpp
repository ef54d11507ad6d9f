#pragma once

#include <optional>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/converter.hpp"
#include "cli/resolve_configs.hpp"

namespace gouji {

/// Converts the inputs that gouji does not read, .doc, .wps, .rtf and .odt, by the programs that
/// the user's own configuration names, or with --trust the input's. A failure becomes the input's
/// problem; a program that needs --trust joins `found.refused`. The folder that is returned holds
/// the converted files; nothing when there is none.
[[nodiscard]] Result<std::optional<PrivateFolder>> convert_inputs(const Arguments& arguments,
                                                                  Configurations& found,
                                                                  std::vector<Input>& inputs);

}  // namespace gouji
