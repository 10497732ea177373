#include "storage/sqlite_error.h"

#include <sqlite3.h>

namespace protolabel::storage {

Error toError(const SQLite::Exception& error, const std::filesystem::path& file) {
    const std::vector<std::string> args{file.string(), error.what()};
    const auto diskFull = [&] {
        return Error("project.disk",
                     "no space left on the disk of {0}; nothing was changed, free some space and try again", args);
    };
    switch (error.getErrorCode() & 0xff) {
        case SQLITE_FULL: return diskFull();
        case SQLITE_IOERR:
            if (error.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE) return diskFull();
            break;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Error("project.damaged", "{0} is damaged; recover what can be read into a new project", args);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Error("project.locked", "{0} is in use by another program; close it there and try again", args);
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return Error("project.folder",
                         "{0} cannot be opened or written there ({1}); check its permissions, or copy it and any file "
                         "{0}-wal to a folder of yours",
                         args);
        case SQLITE_CONSTRAINT:
            return Error("project.reference",
                         "{0}: a record contradicts the others ({1}); add the volume or label it names first", args);
        case SQLITE_TOOBIG:
            return Error("project.large", "one edit of {0} is too large to store; make it in smaller parts", args);
        default: break;
    }
    return Error(
        "project.io",
        "{0} cannot be read or written ({1}); check the disk, its quota or the network connection and try again", args);
}

Error toError(const std::filesystem::filesystem_error& error) {
    return Error("project.folder", "{0} cannot be used: {1}; check its permissions, or choose another folder",
                 {error.path1().string(), error.code().message()});
}

}  // namespace protolabel::storage
