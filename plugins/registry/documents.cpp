#include "documents.hpp"

#include "tables.hpp"

namespace gouji::registry {

std::span<const Document> documents() { return document_table; }

const Document* find_number(std::string_view issuer, std::int32_t year, std::uint32_t number) {
    for (const Document& known : document_table) {
        // An order is cited as 国务院令, 国令 or 中华人民共和国国务院令.
        const bool same =
            year == 0 ? known.year == 0 && national_issuer(issuer) : known.issuer == issuer;
        if (same && known.year == year && known.number == number) return &known;
    }
    return nullptr;
}

const Document* find_title(std::string_view title) {
    if (title.size() > longest_title) return nullptr;
    const std::string key = title_key(title);
    const Document* found = nullptr;
    for (const Document& known : document_table) {
        if (known.key == key && (found == nullptr || known.successor == nullptr)) found = &known;
    }
    return found;
}

}  // namespace gouji::registry
