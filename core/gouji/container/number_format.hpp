#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// A number as Word's numbering format writes it (ECMA-376 Part 1, 17.18.59 ST_NumberFormat):
/// “chineseCountingThousand” makes 12 十二. Formats that are not known write decimal figures;
/// “none” and “bullet” write nothing. `number` is at most 32,767, as in Word.
[[nodiscard]] std::string formatted_number(std::string_view format, int number);

}  // namespace gouji
