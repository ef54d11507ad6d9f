#pragma once

#include "gouji/engine/catalogue.hpp"
#include "gouji/json/json.hpp"

#include <string>

namespace gouji {

/// A reportingDescriptor for each rule, in the catalogue's order. They are in the driver, since
/// few consumers read extensions.
void write_rules(Json& json, const Catalogue& catalogue, Language language);

/// One plugin or pack as a SARIF toolComponent: what it is.
void write_component(Json& json, const Component& component, Language language);

/// The address of a rule's page in the project; the project's address for a rule from elsewhere.
[[nodiscard]] std::string help_uri(const Page& page, const Component& component);

/// SARIF's rank of a rule's findings, from 0 to 100, by the precision that its page declares.
[[nodiscard]] int rank(const Page& page);

}  // namespace gouji
