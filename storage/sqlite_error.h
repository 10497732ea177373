#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>

#include "core/base/error.h"

namespace protolabel::storage {

/// What an SQLite failure on `file` means to its user: "project.disk", "project.damaged", "project.locked", "project.folder",
/// "project.reference" (a record names one that is missing), "project.large" or "project.io".
Error toError(const SQLite::Exception& error, const std::filesystem::path& file);

Error toError(const std::filesystem::filesystem_error& error);  ///< "project.folder"

/// Runs `f`, converting the exceptions of SQLite and of the file system.
template <class F>
auto converting(const std::filesystem::path& file, F&& f) {
    try {
        return f();
    } catch (const SQLite::Exception& error) {
        throw toError(error, file);
    } catch (const std::filesystem::filesystem_error& error) {
        throw toError(error);
    }
}

}  // namespace protolabel::storage
