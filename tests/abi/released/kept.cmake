# cmake -D RELEASED=program -D CURRENT=program -P: everything in the released header is still at the same offset.
# The roots may have grown.
cmake_minimum_required(VERSION 3.25)
foreach(which RELEASED CURRENT)
    execute_process(COMMAND "${${which}}" OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL "[^\n]+" ${which} "${printed}")
endforeach()
list(REMOVE_ITEM RELEASED ${CURRENT})
list(FILTER RELEASED EXCLUDE REGEX "^gouji_(host|plugin|rule) ")
if(RELEASED)
    list(JOIN RELEASED "\n  " lost)
    message(FATAL_ERROR "moved or gone since the release:\n  ${lost}")
endif()
