#include "core/workflow/files.h"

#include <fstream>

#include "core/base/error.h"
#include "core/base/pending_file.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

static void write(const fs::path& file, const void* data, std::size_t size) {
    PendingFile pending(file);
    pending.write(data, size);
    pending.commit();
}

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
    if (code) failWriting("file.write", folder, code.value());
}

}  // namespace protolabel::workflow
