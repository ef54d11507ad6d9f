# gouji_add_plugin(<id> VERSION <semver> RULES <stem>... [SOURCES <file>...])
#
# Makes <id>.gouji. Each stem names two files beside each other: <stem>.cpp (the code) and <stem>.md
# (the page). The list of stems is the only list of rules there is. SOURCES are what rules share.
# Each page becomes a header, <stem>.page.hpp, with its messages and word lists as C++ types. Shared
# word lists are looked for in lists/ beside the rules, then among gouji's own (GOUJI_LISTS).
# A page that is not as docs/page-format.en.md says stops the build.
function(gouji_add_plugin id)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "VERSION" "RULES;SOURCES")
    set(sources "")
    set(pages "")
    foreach(stem IN LISTS arg_RULES)
        set(page "${CMAKE_CURRENT_SOURCE_DIR}/${stem}.md")
        set(header "${CMAKE_CURRENT_BINARY_DIR}/${stem}.page.hpp")
        add_custom_command(OUTPUT "${header}" DEPENDS gouji::page_compiler "${page}" VERBATIM
            COMMAND gouji::page_compiler header "${header}" "${page}")
        list(APPEND sources "${stem}.cpp" "${header}")
        list(APPEND pages "${page}")
    endforeach()
    set(lists "${CMAKE_CURRENT_SOURCE_DIR}/lists" ${GOUJI_LISTS})
    list(TRANSFORM lists APPEND "/*.toml" OUTPUT_VARIABLE list_files)
    file(GLOB list_files CONFIGURE_DEPENDS ${list_files})
    set(target "gouji_plugin_${id}")
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/${id}.plugin.cpp")
    add_custom_command(OUTPUT "${generated}" DEPENDS gouji::page_compiler ${pages} ${list_files} VERBATIM
        COMMAND gouji::page_compiler plugin "${generated}" "${id}" "${arg_VERSION}" ${lists} -- ${pages}
        COMMENT "Compiling the pages of ${id}")
    add_library(${target} MODULE ${sources} ${arg_SOURCES} "${generated}")
    target_link_libraries(${target} PRIVATE gouji::sdk)
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
    set_target_properties(${target} PROPERTIES
        OUTPUT_NAME "${id}" PREFIX "" SUFFIX ".gouji"
        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        # Hidden visibility is not enough: libstdc++ marks its own inline data as default.
        set(exports "${CMAKE_CURRENT_BINARY_DIR}/${id}.exports")
        file(CONFIGURE OUTPUT "${exports}" CONTENT "{ global: gouji_plugin_v1; gouji_compiled_pages; local: *; };\n")
        target_link_options(${target} PRIVATE LINKER:--exclude-libs,ALL "LINKER:--version-script=${exports}")
        if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")  # a sanitizer's runtime lives in the program
            target_link_options(${target} PRIVATE LINKER:--no-undefined)
        endif()
    endif()
    if(DEFINED GOUJI_PLUGIN_OUTPUT)  # inside gouji's own tree: where the built gouji looks
        set_target_properties(${target} PROPERTIES LIBRARY_OUTPUT_DIRECTORY "${GOUJI_PLUGIN_OUTPUT}")
        install(TARGETS ${target} DESTINATION lib/gouji/plugins)
    endif()
endfunction()
