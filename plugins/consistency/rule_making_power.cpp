#include <gouji/sdk.hpp>

#include <array>

#include "form.hpp"
#include "place.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace std::string_view_literals;

/// Rules (规章) counted by an agency that may not make any.
class RuleMakingPower {
public:
    explicit RuleMakingPower(Options) {}

    void check(Document document, Report report) const {
        const char* message = may_not(document.facts());
        if (message == nullptr) return;
        const gouji_field* first = nullptr;
        constexpr std::array columns{"issued", "repealed",  "in_force",
                                     "made",   "published", "public_total"};
        for (const char* column : columns) {
            const gouji_field* field = document.field("disclosure", "rules", column);
            const auto printed = value(field);
            if (printed && *printed > Decimal(0) && first == nullptr) first = field;
        }
        if (first == nullptr) return;
        report.at(first->span, message)
            .with("agency", view(document.facts().agency))
            .with("column", view(first->column_label))
            .with("table", Decimal(first->value));
    }

private:
    /// The message for an agency without the power; null where it has it, or the name does not
    /// tell.
    static const char* may_not(const gouji_facts& facts) {
        const std::string_view agency = view(facts.agency);
        const std::string_view kind = view(facts.agency_kind);
        const auto places = places_in_front(agency);
        if (places.empty() || kind == "other"sv || kind.empty()) return nullptr;
        const Place& last = places.back();
        if (last.level == Level::town) return "no-power";
        if (kind == "government"sv) {
            // A city may be of either kind; a province and a prefecture have the power. Autonomous
            // counties make regulations through their congress, no rules.
            return last.level == Level::county ? "no-power" : nullptr;
        }
        return last.level == Level::province ? "handled" : "no-power";
    }
};

}  // namespace

GOUJI_RULE(rule_making_power, RuleMakingPower);
