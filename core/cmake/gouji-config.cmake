# find_package(gouji): the SDK for rule plugins, gouji_add_plugin, and gouji_EXECUTABLE to test with.
get_filename_component(gouji_PREFIX "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET gouji::sdk)
    add_library(gouji::sdk INTERFACE IMPORTED)
    target_include_directories(gouji::sdk INTERFACE "${gouji_PREFIX}/include")
    target_compile_features(gouji::sdk INTERFACE cxx_std_20)
endif()
set(gouji_EXECUTABLE "${gouji_PREFIX}/bin/gouji")
include("${CMAKE_CURRENT_LIST_DIR}/GoujiPlugin.cmake")
