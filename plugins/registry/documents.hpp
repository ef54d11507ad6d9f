// The documents that annual reports cite, as rules/documents.tsv registers them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gouji::registry {

struct Document {
    std::string_view citation;  ///< 国办发〔2017〕97号, 国务院令第711号
    std::string_view issuer;    ///< 国办发, 国务院令
    std::int32_t year = 0;      ///< in the number; 0 for an order
    std::uint32_t number = 0;
    std::string_view title;   ///< in full, with the issuing office
    std::string_view key;     ///< title_key(title)
    std::int32_t issued = 0;  ///< yyyymmdd; month and day are 0 where only the year is known
    const Document* successor = nullptr;  ///< what took its place; null while it holds
    std::string_view subject;  ///< words that tell it without its title, parted by blanks

    [[nodiscard]] std::int32_t issued_year() const { return issued / 10000; }
};

[[nodiscard]] std::span<const Document> documents();

/// The document with this number; null when none is registered.
[[nodiscard]] const Document* find_number(std::string_view issuer, std::int32_t year,
                                          std::uint32_t number);

/// The document with this title, cited in full, without its issuing office, or by the name of what
/// the notice issues. Of documents with one title the one that holds. Null when none is registered;
/// a title that holds a registered one among other words is another document's.
[[nodiscard]] const Document* find_title(std::string_view title);

/// What tells a title: without blanks, title marks, national issuing office, 关于, 印发, 的通知.
[[nodiscard]] std::string title_key(std::string_view title);

/// Whether the title begins with a national office or with 中华人民共和国.
[[nodiscard]] bool nationally_issued(std::string_view title);

/// Whether the words in front of a number are those of a national office: 国办发, 国务院令, 中办发.
[[nodiscard]] bool national_issuer(std::string_view issuer);

/// A title longer than this (bytes, blanks not counted) is none of the registered ones.
inline constexpr std::size_t longest_title = 240;

}  // namespace gouji::registry
