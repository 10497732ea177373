# cmake -DFOLDER=schema -DOUTPUT=schema.cpp -P embed_schema.cmake
# Writes the migrations NNN_*.sql of FOLDER into a C++ file, in order of their numbers, which must be 1, 2, 3, ...
file(GLOB files LIST_DIRECTORIES false "${FOLDER}/[0-9][0-9][0-9]_*.sql")
list(SORT files)
set(expected 0)
set(entries "")
foreach(file IN LISTS files)
    math(EXPR expected "${expected} + 1")
    get_filename_component(name "${file}" NAME)
    string(REGEX MATCH "^0*([1-9][0-9]*)_" matched "${name}")
    if(NOT CMAKE_MATCH_1 EQUAL expected)
        message(FATAL_ERROR "${name}: expected schema number ${expected}")
    endif()
    file(READ "${file}" sql)
    string(APPEND entries "    {${expected}, R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"storage/migrations.h\"

namespace protolabel::storage {

namespace {

constexpr Migration kMigrations[] = {
${entries}};

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

}  // namespace protolabel::storage
")
