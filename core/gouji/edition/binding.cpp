#include "gouji/edition/binding.hpp"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

std::optional<std::uint32_t> field_of(const Edition::Form& form, std::string_view row,
                                      std::string_view column) {
    std::uint32_t field = 0;
    for (const Edition::Row& candidate : form.rows) {
        for (const Edition::Column& cell : candidate.columns) {
            if (candidate.key == row && cell.key == column) return field;
            ++field;
        }
    }
    return std::nullopt;
}

/// The rows or columns that an identity is evaluated on.
std::vector<std::string_view> places(const Edition::Form& form, const Edition::Identity& identity) {
    std::vector<std::string_view> out;
    const auto add = [&](const std::string& key) {
        const bool wanted =
            identity.only.empty() ||
            std::find(identity.only.begin(), identity.only.end(), key) != identity.only.end();
        if (wanted && std::find(out.begin(), out.end(), key) == out.end()) out.emplace_back(key);
    };
    for (const Edition::Row& row : form.rows) {
        if (identity.along_rows) {
            add(row.key);
            continue;
        }
        for (const Edition::Column& column : row.columns) add(column.key);
    }
    return out;
}

}  // namespace

std::vector<BoundIdentity> bind_identities(const Edition& edition, const Edition::Form& form) {
    std::vector<BoundIdentity> out;
    for (const Edition::Identity& identity : edition.identities) {
        if (identity.form != form.id) continue;
        for (const std::string_view along : places(form, identity)) {
            BoundIdentity bound{&identity, along, {}};
            bool whole = true;
            for (const auto* side : {&identity.left, &identity.right}) {
                for (const Edition::Identity::Term& term : *side) {
                    const auto field = identity.along_rows ? field_of(form, along, term.key)
                                                           : field_of(form, term.key, along);
                    whole = whole && field;
                    if (field) bound.terms.push_back({*field, term.sign});
                }
            }
            if (whole) out.push_back(std::move(bound));
        }
    }
    return out;
}

}  // namespace gouji
