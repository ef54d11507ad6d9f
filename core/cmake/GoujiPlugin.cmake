# gouji_add_plugin(<id> VERSION <semver> RULES <stem>... [SOURCES <file>...])
#
# Makes <id>.gouji. Each stem names two files beside each other: <stem>.cpp (the code) and <stem>.md
# (the page). The list of stems is the only list of rules there is. SOURCES are what rules share.
function(gouji_add_plugin id)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "VERSION" "RULES;SOURCES")
    set(declarations "")
    set(entries "")
    set(sources "")
    foreach(stem IN LISTS arg_RULES)
        set(page "${CMAKE_CURRENT_SOURCE_DIR}/${stem}.md")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${page}")
        file(READ "${page}" text)
        # A compiler may cap one literal at 64 KiB; no page comes near, and the raw string's
        # delimiter appears in none.
        string(APPEND declarations
            "static const char page_${stem}[] = R\"gouji_page(${text})gouji_page\";\n"
            "extern const gouji_text gouji_page_${stem};\n"
            "const gouji_text gouji_page_${stem}{page_${stem}, sizeof(page_${stem}) - 1};\n"
            "extern const gouji_rule gouji_rule_${stem};\n")
        string(APPEND entries "    &gouji_rule_${stem},\n")
        list(APPEND sources "${stem}.cpp")
    endforeach()
    list(LENGTH arg_RULES count)
    set(target "gouji_plugin_${id}")
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/${id}.plugin.cpp")
    file(CONFIGURE OUTPUT "${generated}" @ONLY CONTENT [[
#include <gouji/abi.h>
extern "C" {
@declarations@
static const gouji_rule *const rules[] = {
@entries@};
const gouji_plugin gouji_plugin_v1{sizeof(gouji_plugin), GOUJI_ABI_MINOR, "@id@", "@arg_VERSION@", rules, @count@};
}
]])
    add_library(${target} MODULE ${sources} ${arg_SOURCES} "${generated}")
    target_link_libraries(${target} PRIVATE gouji::sdk)
    set_target_properties(${target} PROPERTIES
        OUTPUT_NAME "${id}" PREFIX "" SUFFIX ".gouji"
        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        # Hidden visibility is not enough: libstdc++ marks its own inline data as default.
        set(exports "${CMAKE_CURRENT_BINARY_DIR}/${id}.exports")
        file(CONFIGURE OUTPUT "${exports}" CONTENT "{ global: gouji_plugin_v1; local: *; };\n")
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
