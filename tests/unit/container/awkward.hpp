#pragma once

#include <string>
#include <vector>

#include "sample/docx_parts.hpp"

namespace gouji {

/// A package with one of the things that Word documents do, and the text that a reader must see.
struct Awkward {
    std::string name;
    sample::DocxPackageParts parts;
    std::string text;
};

[[nodiscard]] std::vector<Awkward> awkward_packages();

/// GoogleTest names a case by its name.
inline void PrintTo(const Awkward& awkward, std::ostream* out) { *out << awkward.name; }

}  // namespace gouji
