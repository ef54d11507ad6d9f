#pragma once

#include "gouji/container/source_map.hpp"
#include "gouji/container/structure.hpp"
#include "gouji/text/text.hpp"

namespace gouji {

/// What a .docx or a page says, as flat text, with its own lines and tables and the place of every
/// byte.
struct Extracted {
    Text text;
    Structure structure;
    SourceMap map;
};

}  // namespace gouji
