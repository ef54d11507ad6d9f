#include "ledger.hpp"

#include <algorithm>

namespace arithmetic {
namespace {

/// Nothing can be concluded from such a cell; other rules report it.
bool unreadable(const gouji_field& field) {
    if (field.state == GOUJI_FIELD_TEXT || field.state == GOUJI_FIELD_MISSING) return true;
    const Decimal value(field.value);
    return field.type == GOUJI_FIELD_TYPE_COUNT && (value.negative() || !value.whole());
}

}  // namespace

Ledger::Ledger(Document document)
    : document_(document), fields_(document.fields()), identities_(document.identities()) {
    read_values();
    measure();
}

void Ledger::read_values() {
    values_.reserve(fields_.size());
    for (const gouji_field& field : fields_) values_.push_back(value_of(field));
    usable_.resize(fields_.size());
    for (std::size_t i = 0; i < fields_.size(); ++i) usable_[i] = !unreadable(fields_[i]);
    // A row with a cell too few or too many is not in its columns: structure/cell-count.
    for (const gouji_label& label : document_.labels()) {
        if (label.role != GOUJI_LABEL_ROLE_ROW || label.cells == label.cells_expected) continue;
        // Where all rows share one line, every cell after the lost one has moved.
        const bool whole_form = values_after_names(view(label.form));
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if ((whole_form || view(fields_[i].row) == view(label.key)) &&
                view(fields_[i].form) == view(label.form)) {
                usable_[i] = false;
            }
        }
    }
    // Web pages fill the total column in a few rows only: a blank row total says nothing.
    for (const gouji_identity& identity : identities_) {
        if (view(identity.id) != "row-total") continue;
        const auto total =
            static_cast<std::size_t>(&result_of(document_, identity) - fields_.data());
        if (fields_[total].state != GOUJI_FIELD_BLANK) continue;
        Decimal sum;
        for (const gouji_term& term : terms_of(identity)) {
            if (term.field != total) sum = sum + values_[term.field];
        }
        values_[total] = sum;
    }
}

/// Whether a form's values all stand after the names of all its rows: in one line.
bool Ledger::values_after_names(std::string_view form) const {
    std::uint32_t names = 0;
    for (const gouji_label& label : document_.labels()) {
        if (label.role == GOUJI_LABEL_ROLE_ROW && view(label.form) == form)
            names = std::max(names, label.span.begin);
    }
    return std::all_of(fields_.begin(), fields_.end(), [&](const gouji_field& field) {
        return view(field.form) != form || field.state == GOUJI_FIELD_MISSING ||
               field.span.begin >= names;
    });
}

void Ledger::measure() {
    differences_.resize(identities_.size());
    for (std::size_t i = 0; i < identities_.size(); ++i) {
        const gouji_identity& identity = identities_[i];
        const auto terms = terms_of(identity);
        const bool assessable = identity.relation == GOUJI_RELATION_EQUAL &&
                                std::all_of(terms.begin(), terms.end(),
                                            [&](const gouji_term& t) { return usable_[t.field]; });
        if (!assessable) {
            differences_[i] = std::nullopt;
            continue;
        }
        Decimal difference;
        for (std::size_t k = 0; k < terms.size(); ++k) {
            difference = add(difference, values_[terms[k].field], sign(identity, k));
        }
        differences_[i] = difference;
        if (difference != Decimal()) ++breaches_;
    }
}

void Ledger::index_cells() {
    shares_.resize(fields_.size());
    for (std::uint32_t i = 0; i < identities_.size(); ++i) {
        if (!differences_[i]) continue;
        const auto terms = terms_of(identities_[i]);
        for (std::size_t k = 0; k < terms.size(); ++k) {
            shares_[terms[k].field].push_back({i, sign(identities_[i], k)});
        }
    }
}

void Ledger::apply(std::uint32_t field, Decimal change) {
    values_[field] = values_[field] + change;
    for (const Share& share : shares_[field]) {
        Decimal& difference = *differences_[share.identity];
        const bool failed = difference != Decimal();
        difference = add(difference, change, share.sign);
        const bool fails = difference != Decimal();
        if (failed && !fails) --breaches_;
        if (!failed && fails) ++breaches_;
    }
}

Decimal value_of(const gouji_field& field) {
    return field.state == GOUJI_FIELD_NUMBER ? Decimal(field.value) : Decimal();
}

const gouji_field& result_of(Document document, const gouji_identity& identity) {
    const auto left = document.left(identity);
    const auto right = document.right(identity);
    const gouji_term& term = left.size() == 1 && right.size() != 1 ? left.front() : right.back();
    return document.fields()[term.field];
}

}  // namespace arithmetic
