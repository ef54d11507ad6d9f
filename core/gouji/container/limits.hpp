#pragma once

#include <cstddef>
#include <cstdint>

namespace gouji::container_limits {

/// Bounds on what an untrusted package or page may cost. A report of a hundred pages stays below a
/// tenth of each.
inline constexpr std::size_t most_entries = 4096;                 ///< of a ZIP archive
inline constexpr std::uint64_t most_part_bytes = 16U << 20U;      ///< one unpacked XML part
inline constexpr std::uint64_t most_unpacked_bytes = 64U << 20U;  ///< all parts that are read
inline constexpr std::size_t most_xml_nodes = 1U << 18U;        ///< tags, and so texts, of one part
inline constexpr std::size_t most_xml_depth = 400;              ///< nested elements
inline constexpr std::size_t most_attributes = 256;             ///< of one element
inline constexpr std::size_t most_namespaces = 1000;            ///< declared in one part
inline constexpr std::size_t most_text_bytes = 32U << 20U;      ///< extracted from one file
inline constexpr std::uint32_t most_columns = 256;              ///< of one table
inline constexpr std::size_t most_page_bytes = 8U << 20U;       ///< one HTML page
inline constexpr std::size_t most_html_depth = 500;             ///< open elements of a page
inline constexpr std::size_t html_bytes_per_byte = 32;          ///< parser memory by page size
inline constexpr std::int64_t html_seconds = 2;                 ///< processor time of any page
inline constexpr std::size_t html_bytes_at_least = 16U << 20U;  ///< parser memory of any page

}  // namespace gouji::container_limits
