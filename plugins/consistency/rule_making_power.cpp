#include <gouji/sdk.hpp>

#include <array>

#include "form.hpp"
#include "place.hpp"
#include "rule_making_power.page.hpp"

namespace {

using namespace gouji;
using namespace gouji::sdk;
using namespace gouji::consistency;
using namespace std::string_view_literals;
using namespace gouji::page::rule_making_power;

/// Rules (规章) counted by an agency that may not make any.
class RuleMakingPower {
public:
    explicit RuleMakingPower(Options) {}

    void check(Document document, Sink sink) const {
        const Power power = power_of(document.facts());
        if (power == Power::full) return;
        const gouji_field* first = nullptr;
        constexpr std::array columns{"issued", "repealed",  "in_force",
                                     "made",   "published", "public_total"};
        for (const char* column : columns) {
            const gouji_field* field = document.field("disclosure", "rules", column);
            const auto printed = value(field);
            if (printed && *printed > Decimal(0) && first == nullptr) first = field;
        }
        if (first == nullptr) return;
        const std::string_view agency = view(document.facts().agency);
        const std::string_view column = view(first->column_label);
        const Decimal table(first->value);
        if (power == Power::none) {
            sink.report(first->span,
                        message::no_power{.agency = agency, .column = column, .table = table});
        } else {
            sink.report(first->span,
                        message::handled{.agency = agency, .column = column, .table = table});
        }
    }

private:
    enum class Power : std::uint8_t {
        full,     ///< may make rules, or the name does not tell
        none,     ///< may make none
        drafting  ///< makes none itself, but drafts those of its government
    };

    static Power power_of(const gouji_facts& facts) {
        const std::string_view agency = view(facts.agency);
        const std::string_view kind = view(facts.agency_kind);
        const auto places = places_in_front(agency);
        if (places.empty() || kind == "other"sv || kind.empty()) return Power::full;
        const Place& last = places.back();
        if (last.level == Level::town) return Power::none;
        if (kind == "government"sv) {
            // A city may be of either kind; a province and a prefecture have the power. Autonomous
            // counties make regulations through their congress, no rules.
            return last.level == Level::county ? Power::none : Power::full;
        }
        // The office of a government reports on what its government made.
        const bool drafts =
            last.level == Level::province || (kind == "office"sv && last.level != Level::county);
        return drafts ? Power::drafting : Power::none;
    }
};

}  // namespace

GOUJI_RULE(rule_making_power, RuleMakingPower);
