#include "core/base/pending_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <random>
#include <utility>

#include "core/base/error.h"

namespace protolabel {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT: return "the disk is full; free some space or choose another folder";
        case EROFS:
        case EACCES:
        case EPERM: return "the folder is read-only; choose another one";
        case ENOENT:
        case ENOTDIR: return "the folder does not exist; create it first";
        default: return std::string(std::strerror(error)) + "; choose another folder";
    }
}

}  // namespace

PendingFile::PendingFile(const fs::path& file, const std::string& extension, std::string errorCode)
    : file_(file), errorCode_(std::move(errorCode)) {
    thread_local std::mt19937_64 random{std::random_device{}()};  // several machines may write to one folder
    const auto name = file.filename().string();
    path_ = file.parent_path() /
            ("." + name.substr(0, name.size() - extension.size()) + "-" + std::to_string(random()) + kMark + extension);
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0) fail(errno);
}

PendingFile::~PendingFile() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!committed_) unlink(path_.c_str());
}

void PendingFile::fail(int error) const {
    failWriting(errorCode_, file_, error);
}

void PendingFile::write(const void* data, std::size_t size) {
    const char* at = static_cast<const char*>(data);
    while (size > 0) {
        const auto written = ::write(descriptor_, at, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno);
        at += written;
        size -= static_cast<std::size_t>(written);
    }
}

void PendingFile::sync() {
    if (fsync(descriptor_) != 0) fail(errno);
}

void PendingFile::commit(Survives survives) {
    if (survives == Survives::PowerFailure) sync();
    if (rename(path_.c_str(), file_.c_str()) != 0) fail(errno);
    committed_ = true;
    if (survives == Survives::Kill) return;
    const auto folder = file_.parent_path().empty() ? fs::path(".") : file_.parent_path();
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;  // a folder that may be written but not listed
    const int error = fsync(descriptor) != 0 ? errno : 0;
    close(descriptor);
    if (error != 0 && error != EINVAL) fail(error);  // EINVAL: the file system cannot sync folders
}

void failWriting(const std::string& errorCode, const fs::path& path, int error) {
    throw Error(errorCode, "{0} cannot be written: {1}", {path.string(), reason(error)});
}

}  // namespace protolabel
