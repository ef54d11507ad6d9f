#include "divisions.hpp"

#include <algorithm>

#include "tables.hpp"

namespace gouji::registry {

bool is_division(std::string_view name) {
    return std::ranges::binary_search(division_table, division_hash(name));
}

}  // namespace gouji::registry
