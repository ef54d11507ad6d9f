#pragma once

#include "gouji/engine/catalogue.hpp"
#include "gouji/output/json.hpp"

#include <string>

namespace gouji {

/// A reportingDescriptor for each rule, in the catalogue's order. They stand in the driver, where
/// every consumer looks for them; few look into extensions.
void write_rules(Json& json, const Catalogue& catalogue, Language language);

/// One plugin or pack as a SARIF toolComponent: what it is.
void write_component(Json& json, const Component& component, Language language);

/// A rule's page where the project lives; the project's own address for somebody else's rule.
[[nodiscard]] std::string help_uri(const Page& page, const Component& component);

/// How sure a finding of a rule is, from 0 to 100, by its page's precision.
[[nodiscard]] int rank(const Page& page);

}  // namespace gouji
