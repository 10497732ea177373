# PROTOLABEL_UNITY: files are compiled several at a time, so that heavy headers are read once for all of them. It halves the time of
# building everything and makes building after one change slower: for machines that build from nothing.
option(PROTOLABEL_UNITY "Compile several files at a time: faster from nothing, slower after a change" OFF)
if(NOT PROTOLABEL_UNITY)
    return()
endif()
set(CMAKE_UNITY_BUILD ON)
set(CMAKE_UNITY_BUILD_BATCH_SIZE 16)
add_compile_options(-Wno-subobject-linkage)  # that warning spares only what the compiler is called with
set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON)  # one would be read about as often as the headers are

# Test files use the same names for their helpers, so that each is put into a namespace of its own; what they include comes before,
# outside of these. protolabel_unite_tests(RESULT TARGET a_test.cpp b_test.cpp ...) sets RESULT to the files to compile.
function(protolabel_unite_tests result target)
    set(units "")
    set(number 0)
    while(ARGN)
        list(SUBLIST ARGN 0 12 batch)
        list(REMOVE_ITEM ARGN ${batch})
        set(includes "")
        set(bodies "")
        foreach(source IN LISTS batch)
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
            get_filename_component(stem ${source} NAME_WE)
            file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/${source}" lines REGEX "^#include ")
            list(APPEND includes ${lines})
            string(APPEND bodies "namespace in_${stem} {\n#include \"${CMAKE_CURRENT_SOURCE_DIR}/${source}\"\n}\n")
        endforeach()
        # Libraries first, the test framework last: check.h explains why.
        list(REMOVE_DUPLICATES includes)
        set(ordered ${includes})
        list(FILTER ordered INCLUDE REGEX "<|\"core/")
        list(REMOVE_ITEM includes ${ordered})
        list(JOIN ordered "\n" first)
        list(JOIN includes "\n" then)
        set(unit "${CMAKE_CURRENT_BINARY_DIR}/unity/${target}_${number}.cpp")
        file(CONFIGURE OUTPUT "${unit}" CONTENT "${first}\n${then}\n${bodies}" @ONLY)
        list(APPEND units "${unit}")
        math(EXPR number "${number} + 1")
    endwhile()
    set_source_files_properties(${units} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    set(${result} ${units} PARENT_SCOPE)
endfunction()
