#pragma once

#include <gouji/sdk.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "../prose/folded.hpp"
#include "list_words.hpp"

namespace gouji::arithmetic {

using ListToken = prose::Hit<ListWord>;

/// One paragraph as a row of words, marks and quantities.
class ListTokens {
public:
    ListTokens(const sdk::Document& document, gouji_span span,
               std::span<const gouji_quantity> quantities);

    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    [[nodiscard]] const ListToken& operator[](std::size_t at) const { return tokens_[at]; }
    [[nodiscard]] bool is(std::size_t at, ListWord kind) const {
        return at < tokens_.size() && tokens_[at].kind == kind;
    }
    /// Whether nothing stands between the token and the one before it.
    [[nodiscard]] bool touches(std::size_t at) const {
        return at > 0 && at < tokens_.size() && tokens_[at - 1].end == tokens_[at].begin;
    }
    [[nodiscard]] const gouji_quantity& quantity(std::size_t at) const {
        return quantities_[tokens_[at].detail];
    }
    [[nodiscard]] bool has_quantity(std::size_t begin, std::size_t end) const;
    /// Brackets around a token, as the quantity before or behind it counts them.
    [[nodiscard]] std::uint32_t depth(std::size_t at) const { return depths_[at]; }
    /// The words between two places in the folded paragraph.
    [[nodiscard]] std::string_view words(std::uint32_t begin, std::uint32_t end) const {
        return folded_.text().substr(begin, end - begin);
    }

private:
    void drop_remarks();
    void gap(std::size_t begin, std::size_t end);
    void put(std::size_t begin, std::size_t end, ListWord kind, std::uint16_t detail);

    prose::Folded folded_;
    std::span<const gouji_quantity> quantities_;
    std::vector<ListToken> tokens_;
    std::vector<std::uint32_t> depths_;
};

}  // namespace gouji::arithmetic
