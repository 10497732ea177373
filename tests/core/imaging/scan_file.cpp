#include "tests/core/imaging/scan_file.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace protolabel::test {

namespace {

template <class T>
void put(std::vector<char>& bytes, std::size_t offset, T value) {
    std::memcpy(bytes.data() + offset, &value, sizeof value);
}
template <class T>
T get(const std::vector<char>& bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

bool inBlock(int x, int y, int z, int shift, int left) {
    return x >= left + shift && x < left + 12 + shift && y >= 12 + z && y < 24 + z && z >= 1 && z < 7;
}

}  // namespace

std::int64_t Scan::count(int value) const {
    return std::count(voxels.begin(), voxels.end(), value);
}

Scan makeScan(std::array<int, 3> size, std::array<float, 3> spacing, const std::function<int(int, int, int)>& value) {
    Scan scan;
    scan.size = size;
    scan.spacing = spacing;
    scan.sform = {spacing[0], 0, 0, -20, 0, spacing[1], 0, -30, 0, 0, spacing[2], 7};
    for (int z = 0; z < size[2]; ++z)
        for (int y = 0; y < size[1]; ++y)
            for (int x = 0; x < size[0]; ++x) scan.voxels.push_back(static_cast<std::int16_t>(value(x, y, z)));
    return scan;
}

void writeScan(const Scan& scan, const std::filesystem::path& file) {
    std::vector<char> header(352);
    put(header, 0, std::int32_t{348});
    const std::array<std::int16_t, 8> dim{3,
                                          static_cast<std::int16_t>(scan.size[0]),
                                          static_cast<std::int16_t>(scan.size[1]),
                                          static_cast<std::int16_t>(scan.size[2]),
                                          1,
                                          1,
                                          1,
                                          1};
    put(header, 40, dim);
    put(header, 70, std::int16_t{4});
    put(header, 72, std::int16_t{16});
    const std::array<float, 8> pixdim{1, scan.spacing[0], scan.spacing[1], scan.spacing[2], 1, 1, 1, 1};
    put(header, 76, pixdim);
    put(header, 108, 352.0F);
    put(header, 112, 1.0F);
    put(header, 123, char{2});
    put(header, 254, std::int16_t{1});
    put(header, 280, scan.sform);
    std::memcpy(header.data() + 344, "n+1", 4);
    std::ofstream out(file, std::ios::binary);
    out.write(header.data(), static_cast<std::streamsize>(header.size()));
    out.write(reinterpret_cast<const char*>(scan.voxels.data()), static_cast<std::streamsize>(2 * scan.voxels.size()));
    if (!out) throw std::runtime_error("cannot write " + file.string());
}

Scan readScan(const std::filesystem::path& file) {
    const gzFile in = gzopen(file.c_str(), "rb");  // reads plain files too
    if (in == nullptr) throw std::runtime_error("cannot open " + file.string());
    std::vector<char> bytes;
    char buffer[65536];
    for (int n = gzread(in, buffer, sizeof buffer); n > 0; n = gzread(in, buffer, sizeof buffer))
        bytes.insert(bytes.end(), buffer, buffer + n);
    gzclose(in);
    Scan scan;
    const auto dim = get<std::array<std::int16_t, 8>>(bytes, 40);
    scan.size = {dim[1], dim[2], dim[3]};
    const auto pixdim = get<std::array<float, 8>>(bytes, 76);
    scan.qfac = pixdim[0];
    scan.spacing = {pixdim[1], pixdim[2], pixdim[3]};
    scan.qformCode = get<std::int16_t>(bytes, 252);
    scan.sformCode = get<std::int16_t>(bytes, 254);
    scan.quaternion = get<std::array<float, 3>>(bytes, 256);
    scan.sform = get<std::array<float, 12>>(bytes, 280);
    const auto type = get<std::int16_t>(bytes, 70);
    const auto count = static_cast<std::size_t>(dim[1]) * dim[2] * dim[3];
    auto offset = static_cast<std::size_t>(get<float>(bytes, 108));
    const std::size_t each = type == 2 ? 1 : 2;
    if ((type != 2 && type != 4 && type != 512) || bytes.size() < offset + each * count)
        throw std::runtime_error("unexpected contents of " + file.string());
    for (std::size_t i = 0; i < count; ++i, offset += each)
        scan.voxels.push_back(each == 1 ? static_cast<std::int16_t>(static_cast<unsigned char>(bytes[offset]))
                                        : get<std::int16_t>(bytes, offset));
    return scan;
}

Scan blocks(int shift, int slices) {
    return makeScan({64, 64, slices}, {1, 1, 5}, [&](int x, int y, int z) {
        if (inBlock(x, y, z, shift, 8)) return 900;
        if (inBlock(x, y, z, shift, 30)) return 500;
        return 100 + (7 * x + 3 * y + 11 * z + shift) % 5;
    });
}

Scan blocksTruth(int shift, int slices) {
    return makeScan({64, 64, slices}, {1, 1, 5}, [&](int x, int y, int z) {
        return inBlock(x, y, z, shift, 8) ? 1 : inBlock(x, y, z, shift, 30) ? 2 : 0;
    });
}

}  // namespace protolabel::test
