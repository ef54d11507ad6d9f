# cmake -D HEADER=…/abi.h -D OUTPUT=….c -P: writes a C program that prints every size, offset, constant
# and service id of the header. Made from the header, so that nothing in it can be forgotten.
cmake_minimum_required(VERSION 3.25)
file(READ "${HEADER}" text)
string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/" "" text "${text}")
string(REPLACE ";" "@" text "${text}")  # a list's separator here

set(body "")
string(REGEX MATCHALL "typedef struct gouji_[a-z_]+ {[^}]*}" structs "${text}")
foreach(struct IN LISTS structs)
    string(REGEX MATCH "^typedef struct (gouji_[a-z_]+) {([^}]*)}$" _ "${struct}")
    set(type "${CMAKE_MATCH_1}")
    string(REPLACE "@" ";" fields "${CMAKE_MATCH_2}")
    string(APPEND body "    size(${type});\n")
    foreach(field IN LISTS fields)
        string(STRIP "${field}" field)
        if(field MATCHES "^[^(]*\\(GOUJI_CALL\\* *([a-z_]+)\\)")  # a function pointer
            string(APPEND body "    field(${type}, ${CMAKE_MATCH_1});\n")
        elseif(field MATCHES "[ *]([a-z_]+)$")
            string(APPEND body "    field(${type}, ${CMAKE_MATCH_1});\n")
        elseif(NOT field STREQUAL "")
            message(FATAL_ERROR "${HEADER}: cannot read the field “${field}” of ${type}")
        endif()
    endforeach()
endforeach()
string(REGEX MATCHALL "GOUJI_[A-Z_]+ = [0-9]+" constants "${text}")
foreach(constant IN LISTS constants)
    string(REGEX REPLACE " = .*" "" constant "${constant}")
    string(APPEND body "    constant(${constant});\n")
endforeach()
string(REGEX MATCHALL "#define GOUJI_SERVICE_[A-Z]+" services "${text}")
foreach(service IN LISTS services)
    string(REPLACE "#define " "" service "${service}")
    string(APPEND body "    service(${service});\n")
endforeach()

file(WRITE "${OUTPUT}" "#include <gouji/abi.h>
#include <stdio.h>

#define size(type) printf(\"%s %zu\\n\", #type, sizeof(type))
#define field(type, name) printf(\"%s.%s %zu\\n\", #type, #name, offsetof(type, name))
#define constant(name) printf(\"%s %d\\n\", #name, (int)(name))
#define service(name) printf(\"%s %s\\n\", #name, name)

int main(void) {
${body}    return 0;
}
")
