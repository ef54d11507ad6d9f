#include "diagnosis.hpp"

#include <gouji/once.hpp>

#include <algorithm>
#include <cstdint>

namespace arithmetic {
namespace {

constexpr std::uint32_t none = GOUJI_NONE;

/// Looks for the fewest cells that explain why identities fail.
class Search {
public:
    explicit Search(Ledger& ledger) : ledger_(ledger), fields_(ledger.fields()) {}

    std::vector<Slip> explain() {
        ledger_.index_cells();
        while (!ledger_.balanced() && (one_cell() || several_in_line() || two_cells())) {
        }
        report_rest();
        return std::move(slips_);
    }

private:
    struct Remedy {
        Decimal change;
        std::uint32_t count = 0;  ///< identities that it repairs; 0: there is none
    };

    /// The change of one cell that repairs every identity around it but `spared`. There is none
    /// when one of them holds already or when they ask for different changes.
    [[nodiscard]] Remedy remedy(std::uint32_t field, std::uint32_t spared = none) const {
        Remedy out;
        for (const Ledger::Share& share : ledger_.shares(field)) {
            if (share.identity == spared) continue;
            const Decimal difference = *ledger_.difference(share.identity);
            if (difference == Decimal()) return {};
            const Decimal change = share.sign > 0 ? Decimal() - difference : difference;
            if (out.count > 0 && change != out.change) return {};
            out.change = change;
            ++out.count;
        }
        if (out.count > 0 && (ledger_.value(field) + out.change).negative()) return {};
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
        for (std::uint32_t i = 0; i < ledger_.identities().size(); ++i) {
            if (!ledger_.fails(i)) continue;
            const auto terms = ledger_.terms_of(ledger_.identities()[i]);
            Decimal repaired = *ledger_.difference(i);
            std::vector<std::pair<std::uint32_t, Decimal>> cells;
            for (std::size_t k = 0; k < terms.size(); ++k) {
                const Remedy found = remedy(terms[k].field, i);
                if (found.count == 0) continue;
                repaired = add(repaired, found.change, ledger_.sign(ledger_.identities()[i], k));
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
        for (std::uint32_t i = 0; i < ledger_.identities().size(); ++i) {
            if (!ledger_.difference(i) || ledger_.fails(i)) continue;
            const auto terms = ledger_.terms_of(ledger_.identities()[i]);
            for (std::size_t a = 0; a < terms.size(); ++a) {
                const Remedy one = remedy(terms[a].field, i);
                if (one.count == 0) continue;
                for (std::size_t b = a + 1; b < terms.size(); ++b) {
                    const Remedy two = remedy(terms[b].field, i);
                    if (two.count == 0) continue;
                    Decimal rest = add({}, one.change, ledger_.sign(ledger_.identities()[i], a));
                    rest = add(rest, two.change, ledger_.sign(ledger_.identities()[i], b));
                    if (rest != Decimal()) continue;
                    Pair pair{terms[a].field, terms[b].field,        one.change,
                              two.change,     one.count + two.count, false};
                    const Decimal x = ledger_.value(pair.first);
                    const Decimal y = ledger_.value(pair.second);
                    // The slip came first, the result that it was carried into second.
                    if (&result_of(ledger_.document(), ledger_.identities()[i]) ==
                        &fields_[pair.first]) {
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
        ledger_.apply(best.second, best.second_change);
        return true;
    }

    /// What no cell explains is reported identity by identity, where the result is stated. The
    /// total column fails whenever the others do; it is reported once.
    void report_rest() {
        for (std::uint32_t i = 0; i < ledger_.identities().size(); ++i) {
            if (!ledger_.fails(i)) continue;
            const gouji_identity& identity = ledger_.identities()[i];
            if (view(identity.along) == "total" && follows(identity, *ledger_.difference(i)))
                continue;
            slips_.push_back({&result_of(ledger_.document(), identity),
                              nullptr,
                              std::nullopt,
                              false,
                              {&identity}});
        }
    }

    /// The differences of the other columns make up this one.
    [[nodiscard]] bool follows(const gouji_identity& total, Decimal difference) const {
        Decimal sum;
        bool any = false;
        for (std::uint32_t i = 0; i < ledger_.identities().size(); ++i) {
            const gouji_identity& other = ledger_.identities()[i];
            if (&other == &total || view(other.id) != view(total.id) ||
                view(other.form) != view(total.form) || !ledger_.fails(i)) {
                continue;
            }
            sum = sum + *ledger_.difference(i);
            any = true;
        }
        return any && sum == difference;
    }

    void settle(std::uint32_t field, Decimal change, std::uint32_t also, bool certain) {
        Slip slip{&fields_[field], nullptr, ledger_.value(field) + change, certain, {}};
        if (also != none) slip.broken.push_back(&ledger_.identities()[also]);
        collect(field, slip);
        slips_.push_back(std::move(slip));
        ledger_.apply(field, change);
    }

    /// Adds the failing identities around a cell; the one whose result the cell states leads.
    void collect(std::uint32_t field, Slip& slip) const {
        for (const Ledger::Share& share : ledger_.shares(field)) {
            const gouji_identity* identity = &ledger_.identities()[share.identity];
            if (!ledger_.fails(share.identity)) continue;
            if (std::find(slip.broken.begin(), slip.broken.end(), identity) != slip.broken.end())
                continue;
            slip.broken.push_back(identity);
        }
        const auto states = [&](const gouji_identity* identity) {
            return view(identity->id) != "balance" &&
                   &result_of(ledger_.document(), *identity) == slip.cell;
        };
        std::stable_partition(slip.broken.begin(), slip.broken.end(), states);
    }

    [[nodiscard]] bool crosses(std::uint32_t a, std::uint32_t b) const {
        return std::ranges::any_of(ledger_.shares(a), [&](const Ledger::Share& x) {
            return std::ranges::any_of(ledger_.shares(b), [&](const Ledger::Share& y) {
                return x.identity == y.identity;
            });
        });
    }

    /// Between cells that explain as much: a blank was forgotten rather than a figure mistyped.
    [[nodiscard]] int likelihood(std::uint32_t field, Decimal change) const {
        if (fields_[field].state != GOUJI_FIELD_NUMBER) return 2;
        const auto by = change.integer();
        return by && *by % 9 == 0 ? 1 : 0;
    }

    Ledger& ledger_;
    std::span<const gouji_field> fields_;
    std::vector<Slip> slips_;
};

std::vector<Slip> explanation(const Document& document) {
    Ledger ledger(document);
    return ledger.balanced() ? std::vector<Slip>() : Search(ledger).explain();
}

}  // namespace

const std::vector<Slip>& diagnose(const Document& document) { return once<explanation>(document); }

}  // namespace arithmetic
