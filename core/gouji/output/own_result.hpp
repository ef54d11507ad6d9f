#pragma once

#include "gouji/base/result.hpp"

#include <string>

namespace gouji {

/// Whether a file may be replaced by results: there is none, it is empty, or gouji wrote it as
/// results of any format; a .docx only while no other program has saved it. Devices and pipes are
/// written to and never replaced.
[[nodiscard]] bool may_be_replaced(const std::string& path);

}  // namespace gouji
