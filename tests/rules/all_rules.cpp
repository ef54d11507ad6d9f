#include "rules/all_rules.hpp"

#include <stdexcept>
#include <utility>

namespace gouji::testing {
namespace {

std::vector<Edition> editions() {
    auto loaded = load_editions(GOUJI_BUILD "/share/gouji/rules/editions");
    if (!loaded) throw std::runtime_error(loaded.error().en);
    return *std::move(loaded);
}

Catalogue installed(std::span<const Edition> editions) {
    Places places;
    places.own_plugins = GOUJI_BUILD "/lib/gouji/plugins";
    places.lists = GOUJI_BUILD "/share/gouji/rules/lists";
    Catalogue out = Catalogue::load(places, editions);
    if (!out.refused().empty()) throw std::runtime_error(out.refused().front().en);
    if (out.rules().empty()) throw std::runtime_error("no rules in " GOUJI_BUILD);
    return out;
}

}  // namespace

AllRules::AllRules()
    : editions_(editions()), lexicon_(editions_), catalogue_(installed(editions_)) {
    Profile profile(catalogue_.rules());
    for (std::uint32_t i = 0; i < catalogue_.rules().size(); ++i) profile[i].on = true;
    auto checkers = std::make_unique<const Checkers>(catalogue_, profile);
    if (!checkers->failed().empty()) throw std::runtime_error(checkers->failed().front().reason.en);
    AnalysisOptions analysis;
    analysis.assume_report = true;
    configs_.push_back({std::move(profile), std::move(checkers), analysis, nullptr});
}

}  // namespace gouji::testing
