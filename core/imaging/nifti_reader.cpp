#include "core/imaging/nifti_reader.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/base/error.h"
#include "core/imaging/nifti_header.h"
#include "core/imaging/read_checks.h"

namespace protolabel::imaging::nifti {

namespace fs = std::filesystem;

namespace {

/// A gzip or plain file; every read must be complete, and at the end the checksum must fit.
class Stream {
public:
    explicit Stream(const fs::path& file) : file_(file), stream_(gzopen(file.c_str(), "rb")) {
        if (stream_ == nullptr)
            throw Error("image.unreadable", "{0} cannot be opened; check its permissions", {file.string()});
        gzbuffer(stream_, 1 << 18);
    }
    ~Stream() { gzclose(stream_); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    bool compressed() const { return gzdirect(stream_) == 0; }
    void skip(std::uint64_t bytes) {
        if (gzseek(stream_, static_cast<z_off_t>(bytes), SEEK_SET) < 0) truncated();
    }
    void read(Bytes& bytes) {
        constexpr std::size_t kMost = 1 << 30;  // gzread counts in int
        for (std::size_t done = 0; done < bytes.size();) {
            const auto wanted = static_cast<unsigned>(std::min(bytes.size() - done, kMost));
            const int got = gzread(stream_, bytes.data() + done, wanted);
            if (got <= 0) truncated();
            done += static_cast<std::size_t>(got);
        }
    }
    /// zlib compares the checksum only when it meets the end of the stream.
    void checkEnd() {
        char extra = 0;
        int error = Z_OK;
        const int got = gzread(stream_, &extra, 1);
        gzerror(stream_, &error);
        if (got < 0 || error != Z_OK) truncated();
    }

private:
    [[noreturn]] void truncated() const {
        throw Error("image.truncated", "{0} is cut short or damaged; copy it again from its source", {file_.string()});
    }
    fs::path file_;
    gzFile stream_;
};

void applyScaling(Volume& volume, const nifti_image& header) {
    if (!std::isfinite(header.scl_slope) || header.scl_slope == 0) return;
    const double intercept = std::isfinite(header.scl_inter) ? header.scl_inter : 0;
    if (header.scl_slope == 1 && intercept == 0) return;
    volume.slope = header.scl_slope;
    volume.intercept = intercept;
    char text[96];
    std::snprintf(text, sizeof text, "values are scaled: stored value x %.6g + %.6g", volume.slope, volume.intercept);
    volume.notes.push_back(text);
}

}  // namespace

HeaderInfo describe(const fs::path& file) {
    const Header header = openHeader(file);
    HeaderInfo info;
    info.frames = frameCount(*header);
    info.geometry = geometryOf(*header, info.notes);
    return info;
}

fs::path dataFile(const fs::path& file) {
    return openHeader(file)->iname;
}

Volume read(const fs::path& file, int frame) {
    const Header header = openHeader(file);
    const int frames = frameCount(*header);
    const auto type = scalarType(header->datatype).value();  // openHeader refuses all others
    if (frame < 0 || frame >= frames)
        throw Error("image.size", "{0} has {1} frames and no frame {2}",
                    {file.string(), std::to_string(frames), std::to_string(frame + 1)});

    Volume volume;
    volume.type = type;
    volume.geometry = geometryOf(*header, volume.notes);
    const auto bytes = checkedFrameBytes(file, volume.geometry.size, sizeOf(type));

    const fs::path data = header->iname;
    checkReadable(data);
    Stream stream(data);
    const auto offset = static_cast<std::uint64_t>(std::max<std::int64_t>(header->iname_offset, 0)) +
                        static_cast<std::uint64_t>(frame) * bytes;
    checkStored(data, offset + bytes, fs::file_size(data), stream.compressed() ? Storage::Deflated : Storage::Plain);
    volume.voxels.resize(bytes);
    stream.skip(offset);
    stream.read(volume.voxels);
    if (frame + 1 == frames) stream.checkEnd();

    noteFrame(volume, frame, frames);
    if (header->byteorder != nifti_short_order()) {
        if (header->swapsize > 1)
            nifti_swap_Nbytes(static_cast<std::int64_t>(bytes) / header->swapsize, header->swapsize,
                              volume.voxels.data());
        volume.notes.push_back("big-endian file");
    }
    if (header->nifti_type == NIFTI_FTYPE_ANALYZE) volume.notes.push_back("ANALYZE 7.5 file");
    if (sizeOf(type) == 8) volume.notes.push_back(std::string(toString(type)) + " voxels");
    applyScaling(volume, *header);
    return volume;
}

}  // namespace protolabel::imaging::nifti
