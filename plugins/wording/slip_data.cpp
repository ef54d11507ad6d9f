// The table of slips, carried in the plugin's read-only data: mapped with it, and shared between
// processes.

#include <cstddef>
#include <span>

#include "slip_table.hpp"

#ifdef GOUJI_SLIP_TABLE
// No compiler of Debian 12 has #embed; the assembler takes any file.
asm(".pushsection .rodata\n"
    ".balign 64\n"
    ".globl gouji_slip_table_begin, gouji_slip_table_end\n"
    ".hidden gouji_slip_table_begin, gouji_slip_table_end\n"
    "gouji_slip_table_begin:\n"
    ".incbin \"" GOUJI_SLIP_TABLE
    "\"\n"
    "gouji_slip_table_end:\n"
    ".byte 0\n"
    ".popsection\n");
extern "C" {
[[gnu::visibility("hidden")]] extern const std::byte gouji_slip_table_begin[];
[[gnu::visibility("hidden")]] extern const std::byte gouji_slip_table_end[];
}
#endif

namespace gouji::wording {

const SlipTable& slip_table() {
#ifdef GOUJI_SLIP_TABLE
    static const SlipTable table({gouji_slip_table_begin, gouji_slip_table_end});
#else
    static const SlipTable table({});
#endif
    return table;
}

}  // namespace gouji::wording
