#include <gouji/sdk.hpp>

#include <algorithm>
#include <vector>

#include "../prose/line.hpp"
#include "percentage.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::arithmetic;
using namespace std::string_view_literals;

/// “104 件，其中 17 件，占 20%”: both figures are in the sentence, and the share is another.
class PercentMismatch {
    static constexpr std::size_t furthest = 24;  // quantities between a whole and a share of it

public:
    explicit PercentMismatch(Options) {}

    void check(Document document, Report report) const {
        prose::each_line(document, [&](const prose::Line& line) {
            if (line.quantities.size() < 3) return;
            for (std::size_t i = 2; i < line.quantities.size(); ++i)
                check_percent(document, report, line, i);
        });
    }

private:
    static void check_percent(Document document, Report report, const prose::Line& line,
                              std::size_t i) {
        const gouji_quantity& percent = line.quantities[i];
        if (view(percent.unit) != "%"sv || percent.exactness != GOUJI_EXACT) return;
        if (whole_between(line, i)) return check_share_of(report, line, i);
        const std::string_view words = line.before(i);
        // The share of the figure right before it: “17 件，占 20%”, not “2 篇，图解占比 80%”.
        const std::size_t verb = words.find("占"sv);
        if (verb == std::string_view::npos || !prose::first_clause(words.substr(0, verb)).empty() ||
            !prose::last_clause(words.substr(0, verb)).empty()) {
            return;
        }
        if (prose::has_any(words, {"分别"sv, "合计"sv, "共占"sv, "共计"sv, "人口"sv, "均占"sv,
                                   "各占"sv, "。"sv, "；"sv, "以上"sv}))
            return;
        const gouji_quantity& part = line.quantities[i - 1];
        if (view(part.unit) == "%"sv || part.exactness != GOUJI_EXACT ||
            part.depth > percent.depth + 1)
            return;
        // Every figure of the same unit before it may be the whole, and any sum with the part's
        // neighbours the part.
        std::vector<Decimal> wholes;
        Decimal all = 0;
        const std::size_t floor = i > furthest ? i - furthest : 0;
        for (std::size_t k = floor; k + 1 < i; ++k) {
            const gouji_quantity& whole = line.quantities[k];
            if (view(whole.unit) != view(part.unit)) continue;
            if (whole.exactness != GOUJI_EXACT) return;
            wholes.push_back(Decimal(whole.value));
            all = all + wholes.back();
        }
        // The whole must be said, and said as one: “共 104 件，其中…”.
        const std::string_view lead = line.text().substr(0, line.begin(i - 1));
        if (wholes.empty() || !prose::has_any(lead, {"其中"sv, "共"sv, "总计"sv, "合计"sv})) return;
        const bool of_requests = prose::has_any(line.text(), {"申请"sv});
        for (const char* row : {"new", "total", "carried_in"}) {
            if (!of_requests) break;
            const gouji_field* field = document.field("requests", row, "total");
            if (field != nullptr && field->state == GOUJI_FIELD_NUMBER &&
                Decimal(field->value) != Decimal(0))
                wholes.push_back(Decimal(field->value));
        }
        wholes.push_back(all);
        const Decimal said(percent.value);
        const Decimal slack = std::max(Decimal(1, -1), last_digit(said));
        for (const Decimal whole : wholes) {
            if (whole == Decimal(0) || may_be_share(said, Decimal(part.value), whole, slack))
                return;
            Decimal sum = 0;
            for (std::size_t k = i;
                 k-- > floor && view(line.quantities[k].unit) == view(part.unit);) {
                sum = sum + Decimal(line.quantities[k].value);
                if (sum != Decimal(0) && may_be_share(said, sum, whole, slack)) return;
            }
        }
        const gouji_quantity* whole = nullptr;
        for (std::size_t k = floor; k + 1 < i && whole == nullptr; ++k) {
            if (view(line.quantities[k].unit) == view(part.unit)) whole = &line.quantities[k];
        }
        tell(report, percent, part, *whole);
    }

    /// “260 条，占全部 389 条的 66.8%”: the whole stands between the part and its share.
    static bool whole_between(const prose::Line& line, std::size_t i) {
        const std::string_view words = line.before(i);
        const std::string_view verb = line.before(i - 1);
        const std::size_t share = verb.find("占"sv);
        return (words == "的"sv || words == "的比例为"sv || words == "的比重为"sv) &&
               share != std::string_view::npos &&
               prose::first_clause(verb.substr(0, share)).empty();
    }
    static void check_share_of(Report report, const prose::Line& line, std::size_t i) {
        const gouji_quantity& percent = line.quantities[i];
        const gouji_quantity& whole = line.quantities[i - 1];
        const gouji_quantity& part = line.quantities[i - 2];
        if (part.exactness != GOUJI_EXACT || whole.exactness != GOUJI_EXACT ||
            view(part.unit) != view(whole.unit) || Decimal(whole.value) == Decimal(0) ||
            part.depth != percent.depth)
            return;
        const Decimal said(percent.value);
        const Decimal slack = std::max(Decimal(1, -1), last_digit(said));
        if (!may_be_share(said, Decimal(part.value), Decimal(whole.value), slack))
            tell(report, percent, part, whole);
    }

    static void tell(Report report, const gouji_quantity& percent, const gouji_quantity& part,
                     const gouji_quantity& whole) {
        const Decimal said(percent.value);
        report.at(percent.span, "share")
            .with("said", said)
            .with("part", Decimal(part.value))
            .with("whole", Decimal(whole.value))
            .with("unit", view(part.unit))
            .with("right", share(Decimal(part.value), Decimal(whole.value)))
            .also(part.span, "part")
            .with("part", Decimal(part.value))
            .with("unit", view(part.unit))
            .also(whole.span, "whole")
            .with("whole", Decimal(whole.value))
            .with("unit", view(part.unit));
    }
};

}  // namespace

GOUJI_RULE(percent_mismatch, PercentMismatch);
