#include "core/workflow/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/base/error.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void failWrite(const fs::path& file, int code) {
    throw Error("file.write",
                code == ENOSPC ? "{0} cannot be written: {1}; free space there"
                               : "{0} cannot be written: {1}; choose another folder",
                {file.string(), std::strerror(code)});
}

void write(const fs::path& file, const void* data, std::size_t size) {
    const fs::path temporary = file.string() + ".part";
    const int fd = ::open(temporary.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    if (fd < 0) failWrite(file, errno);
    const auto* bytes = static_cast<const char*>(data);
    int error = 0;
    while (size > 0 && error == 0) {
        const auto written = ::write(fd, bytes, size);
        if (written > 0) {
            bytes += written;
            size -= static_cast<std::size_t>(written);
        } else if (errno != EINTR) {
            error = errno != 0 ? errno : EIO;
        }
    }
    if (error == 0 && ::fsync(fd) != 0) error = errno;
    if (::close(fd) != 0 && error == 0) error = errno;
    if (error == 0 && std::rename(temporary.c_str(), file.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(temporary.c_str());
        failWrite(file, error);
    }
}

}  // namespace

Bytes readFile(const fs::path& file) {
    std::error_code code;
    if (!fs::exists(file, code)) throw Error("file.missing", "there is no file {0}; check the name", {file.string()});
    std::ifstream in(file, std::ios::binary);
    Bytes bytes;
    if (in) {
        const auto size = fs::file_size(file, code);
        if (!code) {
            bytes.resize(size);
            in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
        }
    }
    if (!in || code)
        throw Error("file.unreadable", "{0} cannot be read; check that it is a file you may read", {file.string()});
    return bytes;
}

void writeFile(const fs::path& file, const Bytes& bytes) {
    write(file, bytes.data(), bytes.size());
}
void writeFile(const fs::path& file, std::string_view text) {
    write(file, text.data(), text.size());
}

void makeFolder(const fs::path& folder) {
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) failWrite(folder, code.value());
}

}  // namespace protolabel::workflow
