#include <gouji/sdk.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "../prose/line.hpp"
#include "percent_range.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::page::percent_range;
using namespace std::string_view_literals;

/// A share, or a rate of what was done to what was due, over 100 % or below 0. Other rates have no
/// such bound: coverage of a plan, growth, utilisation, enrolment.
class PercentRange {
public:
    explicit PercentRange(Options options) : rates_(options.words(list::rates)) {}

    void check(Document document, Sink sink) const {
        prose::each_line(document, [&](const prose::Line& line) {
            for (std::size_t i = 0; i < line.quantities.size(); ++i) {
                const gouji_quantity& quantity = line.quantities[i];
                if (view(quantity.unit) != "%"sv) continue;
                Decimal value(quantity.value);
                if (negative(line.before(i))) value = Decimal(-value.coefficient, value.exponent);
                if (value >= Decimal(0) && value <= Decimal(100)) continue;
                const std::string_view name = rate(prose::last_clause(line.before(i)));
                if (!bounded(name)) continue;
                sink.report(quantity.span, message::range{.rate = name, .value = value});
            }
        });
    }

private:
    /// A minus in front of the figure; after a digit it is a range: 80-95%.
    static bool negative(std::string_view before) {
        for (const std::string_view minus : {"-"sv, "－"sv, "−"sv, "负"sv}) {
            if (!before.ends_with(minus)) continue;
            before.remove_suffix(minus.size());
            return is_han(char_before(before, before.size()).code);
        }
        return false;
    }

    [[nodiscard]] bool bounded(std::string_view name) const {
        return std::any_of(rates_.begin(), rates_.end(),
                           [&](const std::string& rate) { return name.ends_with(rate); });
    }

    /// The rate's name: the Han characters before the figure, at most eight.
    static std::string_view rate(std::string_view clause) {
        std::size_t end = clause.size();
        for (const std::string_view minus : {"-"sv, "－"sv, "−"sv, "负"sv}) {
            if (clause.substr(0, end).ends_with(minus)) end -= minus.size();
        }
        constexpr std::array tails{"均"sv, "都"sv, "已"sv, "高"sv, "达到"sv,
                                   "达"sv, "为"sv, "是"sv, "了"sv};
        for (bool found = true; found;) {
            found = false;
            for (const std::string_view tail : tails) {
                if (!clause.substr(0, end).ends_with(tail)) continue;
                end -= tail.size();
                found = true;
            }
        }
        std::size_t begin = end;
        for (int count = 0; count < 8 && begin > 0; ++count) {
            const Char c = char_before(clause, begin);
            if (!is_han(c.code)) break;
            begin -= c.size;
        }
        return clause.substr(begin, end - begin);
    }

    std::vector<std::string> rates_;
};

}  // namespace

GOUJI_RULE(percent_range, PercentRange);
