#pragma once

#include <gouji/sdk.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace arithmetic {

using namespace gouji::sdk;
using gouji::Decimal;

/// The figures of a report's forms and what its identities lack, as corrections are tried.
class Ledger {
public:
    /// A cell's part in an identity.
    struct Share {
        std::uint32_t identity;
        std::int32_t sign;  ///< of the cell in left minus right
    };

    explicit Ledger(Document document);

    /// Whether every identity that can be judged holds.
    [[nodiscard]] bool balanced() const { return breaches_ == 0; }
    /// Builds shares(): needed where something is to be explained.
    void index_cells();

    [[nodiscard]] Document document() const { return document_; }
    [[nodiscard]] std::span<const gouji_field> fields() const { return fields_; }
    [[nodiscard]] std::span<const gouji_identity> identities() const { return identities_; }
    [[nodiscard]] Decimal value(std::uint32_t field) const { return values_[field]; }
    /// Left minus right; nothing for an identity that cannot be judged.
    [[nodiscard]] const std::optional<Decimal>& difference(std::uint32_t identity) const {
        return differences_[identity];
    }
    [[nodiscard]] bool fails(std::uint32_t identity) const {
        return differences_[identity] && *differences_[identity] != Decimal();
    }
    /// The identities that can be judged in which a cell takes part.
    [[nodiscard]] std::span<const Share> shares(std::uint32_t field) const {
        return shares_[field];
    }

    [[nodiscard]] std::span<const gouji_term> terms_of(const gouji_identity& identity) const {
        return document_.terms().subspan(identity.first_term, identity.left + identity.right);
    }
    /// Of a term in left minus right.
    [[nodiscard]] std::int32_t sign(const gouji_identity& identity, std::size_t term) const {
        const std::int32_t own = terms_of(identity)[term].sign;
        return term < identity.left ? own : -own;
    }

    /// Corrects a cell.
    void apply(std::uint32_t field, Decimal change);

private:
    void read_values();
    void measure();
    [[nodiscard]] bool values_after_names(std::string_view form) const;

    Document document_;
    std::span<const gouji_field> fields_;
    std::span<const gouji_identity> identities_;
    std::vector<Decimal> values_;
    std::vector<bool> usable_;
    std::vector<std::optional<Decimal>> differences_;
    std::vector<std::vector<Share>> shares_;
    std::uint32_t breaches_ = 0;
};

[[nodiscard]] inline Decimal add(Decimal to, Decimal value, std::int32_t sign) {
    return sign > 0 ? to + value : to - value;
}

/// A field's value when verifying: blanks and placeholders count as 0.
[[nodiscard]] Decimal value_of(const gouji_field& field);

/// The field that states an identity's result: the one that stands alone on its side, or the
/// last on the right.
[[nodiscard]] const gouji_field& result_of(Document document, const gouji_identity& identity);

}  // namespace arithmetic
