#include "storage/library_versions.h"

#include <sqlite3.h>
#include <zstd.h>

namespace protolabel::storage {

std::vector<std::pair<std::string, std::string>> libraryVersions() {
    return {{"SQLite", sqlite3_libversion()}, {"zstd", ZSTD_versionString()}};
}

}  // namespace protolabel::storage
