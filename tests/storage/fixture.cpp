#include "tests/storage/fixture.h"

#include <sys/wait.h>
#include <unistd.h>
#include <fstream>

#include "storage/project_file.h"

namespace protolabel::test {

using namespace project;

VolumeRecord tinyVolume(const std::string& name, const std::filesystem::path& path) {
    VolumeRecord record;
    record.name = name;
    record.source.path = path;
    record.source.name = name;
    record.geometry.size = {4, 3, 5};
    return record;
}

labels::LabelSlice tinySlice(std::vector<std::uint16_t> pixels) {
    labels::LabelSlice slice(4, 3);
    slice.pixels = std::move(pixels);
    slice.pixels.resize(12);
    return slice;
}

labels::Mask tinyMask(std::vector<std::uint8_t> pixels) {
    labels::Mask mask(4, 3);
    mask.pixels = std::move(pixels);
    mask.pixels.resize(12);
    return mask;
}

labels::Label label(int id, const std::string& name) {
    return {LabelId{id}, name, labels::defaultColor(id - 1), false, true};
}

std::unique_ptr<ProjectStore> newProject(const std::filesystem::path& file, VolumeId* volume) {
    auto store = storage::createProject(file);
    edit(*store, [&](ProjectWriter& writer) {
        writer.putLabel(label(1, "liver"));
        writer.putLabel(label(2, "spleen"));
        const auto id = writer.addVolume(tinyVolume("a", file.parent_path() / "a.nii.gz"));
        if (volume != nullptr) *volume = id;
    });
    return store;
}

EditId edit(ProjectStore& store, const std::function<void(ProjectWriter&)>& writes, const std::string& name) {
    EditInfo info;
    info.name = name;
    info.tool = "test";
    return store.transact(info, writes);
}

int pageSize(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    stream.seekg(16);  // "Database File Format", section 1.3: 16 bit, the higher first
    const int high = stream.get();
    return high * 256 + stream.get();
}

std::string inOtherProcess(const std::function<void()>& f) {
    int pipe[2];
    if (::pipe(pipe) != 0) return "no pipe";
    const auto child = ::fork();
    if (child == 0) {
        std::string failure;
        try {
            f();
        } catch (const std::exception& error) {
            failure = error.what();
        }
        const auto written = ::write(pipe[1], failure.data(), failure.size());
        ::_exit(written == static_cast<ssize_t>(failure.size()) ? 0 : 1);
    }
    ::close(pipe[1]);
    std::string failure;
    char text[4096];
    for (ssize_t n; (n = ::read(pipe[0], text, sizeof text)) > 0;) failure.append(text, static_cast<std::size_t>(n));
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0 ? failure : "process ended with status " + std::to_string(status) + " " + failure;
}

}  // namespace protolabel::test
