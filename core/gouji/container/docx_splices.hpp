#pragma once

#include "gouji/base/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Replacements of stretches of a part's bytes. Everything between them stays byte for byte.
class DocxSplices {
public:
    /// `at` may be empty: an insertion. Insertions at one place keep the order in which they are
    /// added.
    void replace(Span at, std::string by) { splices_.push_back({at, std::move(by)}); }
    [[nodiscard]] bool empty() const { return splices_.empty(); }
    /// Where replacements overlap, the later ones are left out; callers do not make such.
    [[nodiscard]] std::string applied(std::string_view bytes) &&;

private:
    struct Splice {
        Span at;
        std::string by;
    };
    std::vector<Splice> splices_;
};

/// Words as XML character data; control characters that XML cannot hold become blanks.
[[nodiscard]] std::string xml_escaped(std::string_view words);

}  // namespace gouji
