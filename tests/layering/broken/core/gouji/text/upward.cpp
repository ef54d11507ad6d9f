#include "gouji/semantic/semantic_model.hpp"

#include <nlohmann/json.hpp>
