#pragma once

#include "gouji/engine/catalogue.hpp"
#include "gouji/report/json.hpp"

#include <string>

namespace gouji {

/// One plugin or pack as a SARIF toolComponent: what it is, and a reportingDescriptor for each of
/// its rules, in the catalogue's order.
void write_component(Json& json, const Component& component, const Catalogue& catalogue,
                     bool english);

/// A rule's page in the documentation.
[[nodiscard]] std::string help_uri(const Page& page);

/// How sure a finding of a rule is, from 0 to 100, by its page's precision.
[[nodiscard]] int rank(const Page& page);

}  // namespace gouji
