#pragma once

#include <string_view>

namespace gouji {

/// A public body's name taken apart. Views into the name, or constants.
struct Agency {
    std::string_view kind;      ///< government town street department office centre other
    std::string_view division;  ///< “云岭县柳河镇”; "" when the name has none in front
    std::string_view unit;      ///< “水利局”; "" when the name is only a division
};

/// Whether the words end as the names of public bodies do: 局, 委员会, 人民政府, 柳河镇…
[[nodiscard]] bool ends_like_agency(std::string_view words);

[[nodiscard]] Agency take_apart(std::string_view name);

/// The agency in a report's title: what is left without year, subject and trimmings.
[[nodiscard]] std::string_view agency_of_title(std::string_view title);

/// The year that a title names, with the place of its four characters; size 0 for none.
struct TitleYear {
    int year = 0;
    std::size_t at = 0;
    std::size_t size = 0;
};
[[nodiscard]] TitleYear year_of_title(std::string_view title);

}  // namespace gouji
