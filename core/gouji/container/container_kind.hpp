#pragma once

#include "gouji/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace gouji {

/// What a file is, by its first bytes and, for pages, its name.
enum class ContainerKind : std::uint8_t {
    text,
    docx,
    html,
    encrypted_office,  ///< OLE with an encrypted package inside
    word_binary,       ///< .doc, .wps
    other_ole,
    open_document,  ///< .odt
    other_zip,
    pdf,
    ofd,
    rtf,
    word_xml,  ///< Word 2003 XML or flat OPC
};

[[nodiscard]] ContainerKind container_kind(std::string_view bytes, std::string_view file_name);

/// Why a file of this kind is not read, in one sentence with the remedy; nothing when it is.
[[nodiscard]] std::optional<Error> refusal_of(ContainerKind kind);

}  // namespace gouji
