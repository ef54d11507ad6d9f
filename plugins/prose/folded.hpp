#pragma once

#include <gouji/sdk.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::prose {

/// A stretch of the document as a grammar reads it: without blanks and line breaks, digits and
/// letters half-width. Most stretches need no folding, and then nothing is copied.
class Folded {
public:
    Folded(std::string_view whole, gouji_span span);

    [[nodiscard]] std::string_view text() const {
        return copied_ ? std::string_view(copy_) : view_;
    }
    [[nodiscard]] gouji_span span() const { return span_; }
    /// Where a document offset inside the span lies in the folded text.
    [[nodiscard]] std::uint32_t fold(std::uint32_t offset) const;
    /// The document's stretch after a folded one, without blanks at its ends.
    [[nodiscard]] gouji_span source(std::size_t begin, std::size_t end) const;

private:
    void copy(std::string_view printed);

    std::string_view view_;
    gouji_span span_;
    bool copied_ = false;
    std::string copy_;
    std::vector<std::uint32_t> offsets_;  ///< of each folded byte, from the span's begin
};

}  // namespace gouji::prose
