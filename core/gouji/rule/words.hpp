#pragma once

#include <string>

namespace gouji {

/// Localized in both languages of the product.
}  // namespace gouji
