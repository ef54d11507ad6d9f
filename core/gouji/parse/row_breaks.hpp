#pragma once

#include "gouji/parse/source.hpp"

#include <cstdint>

namespace gouji {

/// What a cell's words are to its form.
struct Role {
    bool leads = false;  ///< a row's name or a group's: stands in front of values
    bool heads = false;  ///< a header, or fixed words above the values
    bool opens = false;  ///< the first of the fixed words: always begins a row
    bool group = false;
    std::uint32_t values = 0;  ///< value cells that the named row expects
};
/// `edition` narrows `values` to one edition, where its index is known; else GOUJI_NONE.
[[nodiscard]] Role role(const Lexicon& lexicon, std::span<const Entry> entries,
                        std::uint32_t edition = GOUJI_NONE);

/// Whether `inner` names a row or group inside the group that `outer` names.
[[nodiscard]] bool inside(const Lexicon& lexicon, std::span<const Entry> inner,
                          std::span<const Entry> outer);

/// Finds the rows in a run of cells whose layout does not show where rows end.
class RowBreaks {
public:
    /// `bare`: nothing but words shows where header rows end.
    explicit RowBreaks(const Lexicon& lexicon, bool bare = false)
        : lexicon_(&lexicon), bare_(bare) {}

    /// Whether the cell cannot belong to the row so far. `takes_text` says whether a cell of
    /// unknown words may stand after values.
    [[nodiscard]] bool before(const CutCell& cell, bool takes_text) const;
    void add(const CutCell& cell);
    void clear();

    /// Values that the row still expects; 0 when it names no row.
    [[nodiscard]] std::uint32_t missing() const {
        return values_ < expects_ ? expects_ - values_ : 0;
    }
    [[nodiscard]] std::uint32_t values() const { return values_; }
    [[nodiscard]] std::uint32_t expects() const { return expects_; }
    [[nodiscard]] bool named() const { return led_; }

private:
    [[nodiscard]] bool starts_over(std::span<const Entry> entries) const;

    const Lexicon* lexicon_;
    bool bare_;
    std::span<const Entry> last_;  ///< of the last label
    std::uint32_t values_ = 0;
    std::uint32_t expects_ = 0;
    std::uint32_t edition_ = GOUJI_NONE;  ///< shown by the headers above
    bool filled_ = false;
    bool led_ = false;     ///< has a row's or group's name
    bool headed_ = false;  ///< has a header
    bool text_ = false;    ///< has unknown words
    bool opened_ = false;  ///< the last label opens its form
};

}  // namespace gouji
