#include "gouji/glean/facts.hpp"

#include <nlohmann/json.hpp>
