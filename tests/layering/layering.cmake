# cmake -D ROOT=… -P: fails when a module looks into a module that core/gouji/layers.txt does not allow it,
# when a library is included outside the modules it belongs to, or when a source does not include its
# own header first (which is how we know that the header compiles alone).
cmake_minimum_required(VERSION 3.25)

# Header prefix: the folders under core/ that may include it.
set(libraries
    "unicode/:gouji/text gouji/semantic"
    "boost/dll:gouji/base"
    "nettle/:gouji/text"
    "pugixml:gouji/container"
    "gumbo:gouji/container"
    "zlib.h:gouji/container"
    "boost/program_options:cli"
    "re2/:gouji/pack"
    "nlohmann/:gouji/json gouji/sandbox gouji/output gouji/corpus gouji/rpc cli"
    "sqlite3.h:gouji/corpus"
    "xlsxwriter.h:gouji/corpus"
    "toml\\+\\+/:gouji/toml gouji/edition")

file(STRINGS "${ROOT}/core/gouji/layers.txt" lines REGEX "^[a-z]+:")
foreach(line IN LISTS lines)
    string(REGEX MATCH "^([a-z]+):[ \t]*(.*)$" _ "${line}")
    set(module "${CMAKE_MATCH_1}")
    string(REGEX MATCHALL "[a-z]+" allowed_${module} "${CMAKE_MATCH_2}")
    list(APPEND allowed_${module} "${module}")
    list(APPEND modules "${module}")
endforeach()

set(broken "")
file(GLOB_RECURSE files RELATIVE "${ROOT}/core" "${ROOT}/core/gouji/*.[ch]pp" "${ROOT}/core/cli/*.[ch]pp")
foreach(file IN LISTS files)
    set(module "")
    if(file MATCHES "^gouji/([a-z]+)/")
        set(module "${CMAKE_MATCH_1}")
        if(NOT module IN_LIST modules)
            string(APPEND broken "\n  ${file}: module ${module} is not in layers.txt")
        endif()
    endif()
    file(STRINGS "${ROOT}/core/${file}" includes REGEX "^#include ")

    set(first TRUE)
    string(REGEX REPLACE "\\.cpp$" ".hpp" own "${file}")
    foreach(include IN LISTS includes)
        string(REGEX REPLACE "^#include [\"<]([^\">]*)[\">].*" "\\1" target "${include}")
        if(module AND target MATCHES "^gouji/([a-z]+)/" AND NOT CMAKE_MATCH_1 IN_LIST allowed_${module})
            string(APPEND broken "\n  ${file}: ${module} may not look into ${CMAKE_MATCH_1}")
        endif()
        if(first AND module AND NOT own STREQUAL file AND EXISTS "${ROOT}/core/${own}" AND NOT target STREQUAL own)
            string(APPEND broken "\n  ${file}: its own header comes first")
        endif()
        set(first FALSE)
        foreach(library IN LISTS libraries)
            string(REGEX MATCH "^([^:]*):(.*)$" _ "${library}")
            set(prefix "${CMAKE_MATCH_1}")
            string(REPLACE " " ";" homes "${CMAKE_MATCH_2}")
            get_filename_component(folder "${file}" DIRECTORY)
            if(target MATCHES "^${prefix}" AND NOT folder IN_LIST homes)
                list(JOIN homes ", " where)
                string(APPEND broken "\n  ${file}: ${target} belongs to ${where}")
            endif()
        endforeach()
    endforeach()
endforeach()
if(NOT files)
    message(FATAL_ERROR "no sources under ${ROOT}/core")
endif()
if(broken)
    message(FATAL_ERROR "layering broken:${broken}")
endif()
