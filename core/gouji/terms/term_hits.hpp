#pragma once

#include "gouji/terms/term_table.hpp"
#include <gouji/abi.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gouji {

/// Where the words of a TermTable stand in one text. The text is gone over once, when hits are
/// first asked for. For one thread; the table and the text outlive it.
class TermHits {
public:
    TermHits(const TermTable& table, std::string_view text) : table_(&table), text_(text) {}

    /// The hits of one list of a group, by place, the longest first where several begin; overlaps
    /// are all there. Spans are offsets into the text.
    [[nodiscard]] std::span<const gouji_hit> of(const TermGroup& group, std::uint32_t list) const;
    /// The hits of all lists of a group, in the same order; at one place equally long ones by list.
    [[nodiscard]] std::span<const gouji_hit> all(const TermGroup& group) const;
    /// The hits of every group, for a checksum over them.
    [[nodiscard]] std::span<const gouji_hit> every() const;

private:
    void scan() const;
    [[nodiscard]] std::span<const gouji_hit> slot(std::uint32_t slot) const;

    const TermTable* table_;
    std::string_view text_;
    mutable std::vector<gouji_hit> hits_;        ///< slot after slot
    mutable std::vector<std::uint32_t> begins_;  ///< of each slot in hits_, and the end
};

/// The hits that begin inside a stretch of the text.
[[nodiscard]] std::span<const gouji_hit> inside(std::span<const gouji_hit> hits, gouji_span where);

}  // namespace gouji
