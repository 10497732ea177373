#include "storage/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "core/base/error.h"
#include "storage/login_name.h"

namespace protolabel::storage {

namespace {

std::string holder(int descriptor) {
    std::array<char, 256> text{};
    const auto size = ::pread(descriptor, text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "another program";
}

std::string thisProcess() {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    return loginName() + " on " + host.data() + ", process " + std::to_string(::getpid());
}

/// Whether the locked file is still the one of that name: its last holder may have removed it in between.
bool sameFile(int descriptor, const std::filesystem::path& file) {
    struct stat open {};
    struct stat named {};
    return ::fstat(descriptor, &open) == 0 && ::stat(file.c_str(), &named) == 0 && open.st_ino == named.st_ino &&
           open.st_dev == named.st_dev;
}

}  // namespace

WriteLock::WriteLock(const std::filesystem::path& project) : file_(project.string() + ".lock") {
    for (;;) {
        descriptor_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor_ < 0)
            throw Error("project.folder",
                        "{0} cannot be written: {1}; open it read-only, or copy it to a folder of yours",
                        {project.string(), std::strerror(errno)});
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            const std::string other = holder(descriptor_);
            ::close(descriptor_);
            throw Error("project.locked", "{0} is open for writing by {1}; close it there, or open it read-only",
                        {project.string(), other});
        }
        // A file system without locks leaves it to SQLite to keep transactions of two writers apart.
        if (sameFile(descriptor_, file_)) break;
        ::close(descriptor_);
    }
    const std::string text = thisProcess();
    if (::ftruncate(descriptor_, 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(descriptor_, text.data(), text.size(), 0);
}

WriteLock::~WriteLock() {
    ::unlink(file_.c_str());
    ::close(descriptor_);
}

}  // namespace protolabel::storage
