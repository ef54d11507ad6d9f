#include "gouji/corpus/library_tables.hpp"

#include <gouji/abi.h>

extern "C" GOUJI_EXPORT const gouji::LibraryTables gouji_tables{gouji::open_sqlite_table,
                                                                gouji::open_xlsx_table};
