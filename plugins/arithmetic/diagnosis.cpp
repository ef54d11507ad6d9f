#include "diagnosis.hpp"

#include <gouji/once.hpp>

#include <algorithm>
#include <cstdint>

namespace arithmetic {
namespace {

constexpr std::uint32_t none = GOUJI_NONE;

/// Nothing can be concluded from such a cell; other rules report it.
bool unreadable(const gouji_field& field) {
    if (field.state == GOUJI_FIELD_TEXT || field.state == GOUJI_FIELD_MISSING) return true;
    const Decimal value(field.value);
    return field.type == GOUJI_FIELD_TYPE_COUNT && (value.negative() || !value.whole());
}

/// All identities of a report with their differences, and which cells take part in which.
class Ledger {
public:
    explicit Ledger(Document document)
        : document_(document), fields_(document.fields()), identities_(document.identities()) {
        read_values();
        measure();
    }

    [[nodiscard]] bool balanced() const { return breaches_ == 0; }

    std::vector<Slip> explain() {
        index_cells();
        while (breaches_ > 0 && (one_cell() || several_in_line() || two_cells())) {
        }
        report_rest();
        return std::move(slips_);
    }

private:
    struct Share {
        std::uint32_t identity;
        std::int32_t sign;  ///< of the cell in left minus right
    };
    struct Remedy {
        Decimal change;
        std::uint32_t count = 0;  ///< identities that it repairs; 0: there is none
    };

    void read_values() {
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
    [[nodiscard]] bool values_after_names(std::string_view form) const {
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

    void measure() {
        differences_.resize(identities_.size());
        for (std::size_t i = 0; i < identities_.size(); ++i) {
            const gouji_identity& identity = identities_[i];
            const auto terms = terms_of(identity);
            const bool assessable =
                identity.relation == GOUJI_RELATION_EQUAL &&
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

    void index_cells() {
        shares_.resize(fields_.size());
        for (std::uint32_t i = 0; i < identities_.size(); ++i) {
            if (!differences_[i]) continue;
            const auto terms = terms_of(identities_[i]);
            for (std::size_t k = 0; k < terms.size(); ++k) {
                shares_[terms[k].field].push_back({i, sign(identities_[i], k)});
            }
        }
    }

    /// The change of one cell that repairs every identity around it but `spared`. There is none
    /// when one of them holds already or when they ask for different changes.
    [[nodiscard]] Remedy remedy(std::uint32_t field, std::uint32_t spared = none) const {
        Remedy out;
        for (const Share& share : shares_[field]) {
            if (share.identity == spared) continue;
            const Decimal difference = *differences_[share.identity];
            if (difference == Decimal()) return {};
            const Decimal change = share.sign > 0 ? Decimal() - difference : difference;
            if (out.count > 0 && change != out.change) return {};
            out.change = change;
            ++out.count;
        }
        if (out.count > 0 && (values_[field] + out.change).negative()) return {};
        return out;
    }

    /// A cell where at least two failing identities cross with the same difference.
    bool one_cell() {
        std::uint32_t best = none;
        Remedy best_remedy;
        int best_rank = -1;
        std::uint32_t rivals = 0;
        for (std::uint32_t field = 0; field < fields_.size(); ++field) {
            const Remedy found = remedy(field);
            if (found.count < 2) continue;
            const int rank = static_cast<int>(found.count) * 4 + likelihood(field, found.change);
            const bool rival = best != none && crosses(field, best);
            if (rank > best_rank) {
                if (found.count > best_remedy.count) rivals = 0;
                best = field;
                best_remedy = found;
                best_rank = rank;
            }
            if (rival && found.count == best_remedy.count) ++rivals;
        }
        if (best == none) return false;
        settle(best, best_remedy.change, none, rivals == 0);
        return true;
    }

    /// Several wrong cells in one row (or column): each fails its own column (or row), and
    /// together they make up the row's difference.
    bool several_in_line() {
        for (std::uint32_t i = 0; i < identities_.size(); ++i) {
            if (!differences_[i] || *differences_[i] == Decimal()) continue;
            const auto terms = terms_of(identities_[i]);
            Decimal repaired = *differences_[i];
            std::vector<std::pair<std::uint32_t, Decimal>> cells;
            for (std::size_t k = 0; k < terms.size(); ++k) {
                const Remedy found = remedy(terms[k].field, i);
                if (found.count == 0) continue;
                repaired = add(repaired, found.change, sign(identities_[i], k));
                cells.emplace_back(terms[k].field, found.change);
            }
            if (cells.size() < 2 || repaired != Decimal()) continue;
            for (const auto& [field, change] : cells) settle(field, change, i, true);
            return true;
        }
        return false;
    }

    /// Two wrong cells whose slips cancel out in the line that they share: a wrong figure that
    /// was carried into its total, or two figures that changed places.
    bool two_cells() {
        struct Pair {
            std::uint32_t first = none, second = none;
            Decimal first_change, second_change;
            std::uint32_t count = 0;
            bool swapped = false;
        };
        Pair best;
        std::uint32_t equals = 0;
        for (std::uint32_t i = 0; i < identities_.size(); ++i) {
            if (!differences_[i] || *differences_[i] != Decimal()) continue;
            const auto terms = terms_of(identities_[i]);
            for (std::size_t a = 0; a < terms.size(); ++a) {
                const Remedy one = remedy(terms[a].field, i);
                if (one.count == 0) continue;
                for (std::size_t b = a + 1; b < terms.size(); ++b) {
                    const Remedy two = remedy(terms[b].field, i);
                    if (two.count == 0) continue;
                    Decimal rest = add({}, one.change, sign(identities_[i], a));
                    rest = add(rest, two.change, sign(identities_[i], b));
                    if (rest != Decimal()) continue;
                    Pair pair{terms[a].field, terms[b].field,        one.change,
                              two.change,     one.count + two.count, false};
                    const Decimal x = values_[pair.first];
                    const Decimal y = values_[pair.second];
                    // The slip came first, the result that it was carried into second.
                    if (&result_of(document_, identities_[i]) == &fields_[pair.first]) {
                        std::swap(pair.first, pair.second);
                        std::swap(pair.first_change, pair.second_change);
                    }
                    pair.swapped = x != y && x + one.change == y && y + two.change == x;
                    const auto weight = [](const Pair& p) {
                        return p.count * 2 + (p.swapped ? 1U : 0U);
                    };
                    if (weight(pair) > weight(best)) {
                        best = pair;
                        equals = 0;
                    }
                    if (weight(pair) == weight(best)) ++equals;
                }
            }
        }
        if (best.count == 0 || equals != 1) return false;
        settle(best.first, best.first_change, none, true);
        slips_.back().partner = &fields_[best.second];
        collect(best.second, slips_.back());
        apply(best.second, best.second_change);
        return true;
    }

    /// What no cell explains is reported identity by identity, where the result is stated. The
    /// total column fails whenever the others do; it is reported once.
    void report_rest() {
        for (std::uint32_t i = 0; i < identities_.size(); ++i) {
            if (!differences_[i] || *differences_[i] == Decimal()) continue;
            const gouji_identity& identity = identities_[i];
            if (view(identity.along) == "total" && follows(identity, *differences_[i])) continue;
            slips_.push_back(
                {&result_of(document_, identity), nullptr, std::nullopt, false, {&identity}});
        }
    }

    /// The differences of the other columns make up this one.
    [[nodiscard]] bool follows(const gouji_identity& total, Decimal difference) const {
        Decimal sum;
        bool any = false;
        for (std::uint32_t i = 0; i < identities_.size(); ++i) {
            const gouji_identity& other = identities_[i];
            if (&other == &total || view(other.id) != view(total.id) ||
                view(other.form) != view(total.form) || !differences_[i] ||
                *differences_[i] == Decimal()) {
                continue;
            }
            sum = sum + *differences_[i];
            any = true;
        }
        return any && sum == difference;
    }

    void settle(std::uint32_t field, Decimal change, std::uint32_t also, bool certain) {
        Slip slip{&fields_[field], nullptr, values_[field] + change, certain, {}};
        if (also != none) slip.broken.push_back(&identities_[also]);
        collect(field, slip);
        slips_.push_back(std::move(slip));
        apply(field, change);
    }

    /// Adds the failing identities around a cell; the one whose result the cell states leads.
    void collect(std::uint32_t field, Slip& slip) const {
        for (const Share& share : shares_[field]) {
            const gouji_identity* identity = &identities_[share.identity];
            if (*differences_[share.identity] == Decimal()) continue;
            if (std::find(slip.broken.begin(), slip.broken.end(), identity) != slip.broken.end())
                continue;
            slip.broken.push_back(identity);
        }
        const auto states = [&](const gouji_identity* identity) {
            return view(identity->id) != "balance" && &result_of(document_, *identity) == slip.cell;
        };
        std::stable_partition(slip.broken.begin(), slip.broken.end(), states);
    }

    void apply(std::uint32_t field, Decimal change) {
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

    [[nodiscard]] bool crosses(std::uint32_t a, std::uint32_t b) const {
        return std::any_of(shares_[a].begin(), shares_[a].end(), [&](const Share& x) {
            return std::any_of(shares_[b].begin(), shares_[b].end(),
                               [&](const Share& y) { return x.identity == y.identity; });
        });
    }

    /// Between cells that explain as much: a blank was forgotten rather than a figure mistyped.
    [[nodiscard]] int likelihood(std::uint32_t field, Decimal change) const {
        if (fields_[field].state != GOUJI_FIELD_NUMBER) return 2;
        const auto by = change.integer();
        return by && *by % 9 == 0 ? 1 : 0;
    }

    static Decimal add(Decimal to, Decimal value, std::int32_t sign) {
        return sign > 0 ? to + value : to - value;
    }
    [[nodiscard]] std::span<const gouji_term> terms_of(const gouji_identity& identity) const {
        return document_.terms().subspan(identity.first_term, identity.left + identity.right);
    }
    [[nodiscard]] std::int32_t sign(const gouji_identity& identity, std::size_t term) const {
        const std::int32_t own = terms_of(identity)[term].sign;
        return term < identity.left ? own : -own;
    }

    Document document_;
    std::span<const gouji_field> fields_;
    std::span<const gouji_identity> identities_;
    std::vector<Decimal> values_;
    std::vector<bool> usable_;
    std::vector<std::optional<Decimal>> differences_;  ///< left minus right; none: not assessable
    std::vector<std::vector<Share>> shares_;
    std::vector<Slip> slips_;
    std::uint32_t breaches_ = 0;
};

std::vector<Slip> explanation(const Document& document) {
    Ledger ledger(document);
    if (ledger.balanced()) return {};
    return ledger.explain();
}

}  // namespace

Decimal value_of(const gouji_field& field) {
    return field.state == GOUJI_FIELD_NUMBER ? Decimal(field.value) : Decimal();
}

const gouji_field& result_of(Document document, const gouji_identity& identity) {
    const auto left = document.left(identity);
    const auto right = document.right(identity);
    const gouji_term& term = left.size() == 1 && right.size() != 1 ? left.front() : right.back();
    return document.fields()[term.field];
}

const std::vector<Slip>& diagnose(const Document& document) { return once<explanation>(document); }

}  // namespace arithmetic
