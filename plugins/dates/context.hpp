#pragma once

#include <gouji/sdk.hpp>

#include <string>
#include <string_view>

namespace dates {

using namespace gouji::sdk;

/// A date with the words around it inside its sentence, without blanks.
struct Context {
    std::string before;
    std::string after;
};
Context context(Document document, const gouji_date& date);

/// Words without blanks and line ends.
std::string packed(std::string_view words);

/// Year, month and day as one number that sorts; a part that is not said counts as 0.
constexpr std::int64_t order(const gouji_date& date) {
    return std::int64_t{date.year} * 10000 + date.month * 100 + date.day;
}

/// The kind of the chapter around a sentence; "" in the preface.
std::string_view chapter_kind(Document document, const gouji_sentence& sentence);

/// The sentences that have `sentence` as neighbour stand in the same paragraph.
bool same_paragraph(Document document, std::size_t sentence, std::size_t other);

}  // namespace dates
