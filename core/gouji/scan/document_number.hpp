#pragma once

#include "gouji/base/span.hpp"

#include <cstdint>
#include <string_view>

namespace gouji {

/// The number of an official document as printed, in brackets of any kind: 国办发〔2021〕12号,
/// 国办函[2020]109号, 国办公开办函202130号, 国令第711号. Spans are offsets into the text it was
/// read from.
struct DocumentNumber {
    Span span{};      ///< span.end is 0 when there is none
    Span issuer{};    ///< 国办发
    Span brackets{};  ///< around the year; empty where both are lost
    std::int32_t year = 0;
    std::uint32_t number = 0;
};

/// Whether document_number is worth asking at this character.
[[nodiscard]] bool may_open_number(char32_t c);

/// The number whose year or bracket starts at `at`; its issuer stands in front of it.
[[nodiscard]] DocumentNumber document_number(std::string_view text, Span paragraph,
                                             std::uint32_t at);

}  // namespace gouji
