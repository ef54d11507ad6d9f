#pragma once

#include "gouji/engine/run.hpp"

namespace gouji {

/// How all formats name a kind of notice, beside the rules' ids.
struct NoticeDescriptor {
    const char* id;     ///< “gouji/unreadable-file”
    const char* name;   ///< for SARIF
    const char* level;  ///< SARIF's; that of a notice is “error” whenever it is fatal
    Localized short_description;
    Localized help;
};
[[nodiscard]] const NoticeDescriptor& descriptor_of(Notice::Kind kind);

/// “error”, “warning” or “note”.
[[nodiscard]] const char* level_of(const Notice& notice);

}  // namespace gouji
