#include "core/workflow/files.h"

#include <fstream>
#include <string>

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
    refuseScans(file);
    write(file, text.data(), text.size());
}

void refuseScans(const fs::path& file) {
    constexpr std::size_t kBeginning = 352;  // of a NIfTI header
    std::string beginning(kBeginning, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    const auto is = [&](std::size_t at, std::string_view magic) {
        return beginning.compare(at, magic.size(), magic) == 0;
    };
    if (is(0, "SQLite format 3") || is(0, "\x1f\x8b") || is(0, "NRRD") || is(0, "ObjectType") || is(128, "DICM") ||
        is(344, "n+1") || is(344, "ni1") || is(4, "n+2"))
        throw Error("file.kind", "{0} is a project or an image, which is not replaced; choose another name",
                    {file.string()});
}

void requireWritable(const fs::path& file) {
    std::error_code none;
    if (fs::is_directory(file, none))
        throw Error("file.folder", "{0} is a folder, not a file; give the name of a file in it", {file.string()});
    const PendingFile trial(file);
}

void requirePlace(const fs::path& file) {
    requireWritable(file);
    refuseScans(file);
}

void refuseToReplace(const std::vector<fs::path>& files) {
    std::error_code none;
    for (const auto& file : files)
        if (fs::exists(file, none))
            throw Error("file.exists", "{0} is there already; replace with --force, or choose another name",
                        {file.string()});
}

void makeFolder(const fs::path& folder) {
    std::error_code code;
    if (fs::exists(folder, code) && !fs::is_directory(folder, code))
        throw Error("file.folder", "{0} is a file, not a folder; choose another name", {folder.string()});
    fs::create_directories(folder, code);
    if (code) failWriting("file.write", folder, code.value());
}

}  // namespace protolabel::workflow
