#include <gouji/sdk.hpp>

#include "../prose/line.hpp"
#include "fee_amount_unit.page.hpp"
#include "form.hpp"
#include "place.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::fee_amount_unit;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// Administrative fees filled in in yuan where the form counts in ten thousand yuan (万元).
class FeeAmountUnit {
public:
    explicit FeeAmountUnit(Options) {}

    void check(Document document, Sink sink) const {
        const gouji_field* field = document.field("disclosure", "fees", "amount");
        const auto printed = value(field);
        if (!printed || *printed <= Decimal(0)) return;
        // The form counts in 万元; a cell that prints 元 was filled in otherwise.
        const std::string_view cell = document.text(field->span);
        if (cell.ends_with("元"sv) && !cell.ends_with("万元"sv) && !cell.ends_with("亿元"sv)) {
            sink.report(field->span, message::yuan_in_cell{.cell = cell});
            return;
        }
        if (const gouji_quantity* said = said_in_yuan(document, *printed)) {
            sink.report(field->span, message::in_yuan{.table = *printed})
                .also(said->span, message::said{.table = *printed});
            return;
        }
        const std::int64_t most = most_plausible(view(document.facts().agency));
        if (most == 0 || *printed <= Decimal(most)) return;
        sink.report(field->span,
                    message::large{.agency = view(document.facts().agency), .table = *printed});
    }

private:
    /// “行政事业性收费528000元” beside 528000 in the cell.
    static const gouji_quantity* said_in_yuan(Document document, const Decimal& printed) {
        const gouji_quantity* found = nullptr;
        prose::each_line(document, [&](const prose::Line& line) {
            for (std::size_t i = 0; found == nullptr && i < line.quantities.size(); ++i) {
                const gouji_quantity& quantity = line.quantities[i];
                if (view(quantity.unit) != "元"sv || Decimal(quantity.value) != printed) continue;
                if (prose::last_clause(line.before(i)).find("行政事业性收费"sv) !=
                    std::string_view::npos)
                    found = &quantity;
            }
        });
        return found;
    }

    /// Amounts in 万元 above which an agency of this level has most likely counted in yuan: a town
    /// takes in less than a hundred million yuan a year, an office of a county less than a billion,
    /// one of a city less than ten. 0 where the level is not known.
    static std::int64_t most_plausible(std::string_view agency) {
        const auto places = places_in_front(agency);
        if (places.empty()) return 0;
        constexpr std::int64_t town = 10'000;
        constexpr std::int64_t county = 100'000;
        constexpr std::int64_t city = 1'000'000;
        switch (places.back().level) {
            case Level::town:
                return town;
            case Level::county:
                return county;
            case Level::city:
                return city;
            default:
                return 0;
        }
    }
};

}  // namespace

GOUJI_RULE(fee_amount_unit, FeeAmountUnit);
