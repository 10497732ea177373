#include "tests/core/imaging/test_files.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

namespace protolabel::test {

namespace fs = std::filesystem;

NiftiFile::NiftiFile(int version, bool bigEndian)
    : version_(version), big_(bigEndian), header_(version == 1 ? 352 : 544) {
    if (version == 1) {
        put<std::int32_t>(0, 348);
        put<float>(108, 352);
        magic("n+1");
    } else {
        put<std::int32_t>(0, 540);
        put<std::int64_t>(168, 544);
        magic(std::string("n+2\0\r\n\032\n", 8));
    }
}

template <class T>
void NiftiFile::put(std::size_t offset, T value) {
    std::uint8_t raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    if (big_) std::reverse(raw, raw + sizeof(T));
    std::memcpy(header_.data() + offset, raw, sizeof(T));
}

void NiftiFile::real(std::size_t one, std::size_t two, int index, double value) {
    const auto i = static_cast<std::size_t>(index);
    if (version_ == 1)
        put<float>(one + 4 * i, static_cast<float>(value));
    else
        put<double>(two + 8 * i, value);
}

NiftiFile& NiftiFile::magic(const std::string& text) {
    std::memcpy(header_.data() + (version_ == 1 ? 344 : 4), text.data(),
                std::min<std::size_t>(text.size(), version_ == 1 ? 4 : 8));
    return *this;
}

NiftiFile& NiftiFile::dim(std::vector<std::int64_t> sizes) {
    sizes.insert(sizes.begin(), static_cast<std::int64_t>(sizes.size()));
    sizes.resize(8, 1);
    for (std::size_t i = 0; i < 8; ++i) {
        if (version_ == 1)
            put<std::int16_t>(40 + 2 * i, static_cast<std::int16_t>(sizes[i]));
        else
            put<std::int64_t>(16 + 8 * i, sizes[i]);
    }
    return *this;
}

NiftiFile& NiftiFile::datatype(int code, int bits) {
    type_ = code;
    put<std::int16_t>(version_ == 1 ? 70 : 12, static_cast<std::int16_t>(code));
    put<std::int16_t>(version_ == 1 ? 72 : 14, static_cast<std::int16_t>(bits));
    return *this;
}

NiftiFile& NiftiFile::pixdim(std::vector<double> values) {
    for (std::size_t i = 0; i < values.size(); ++i) real(76, 104, static_cast<int>(i), values[i]);
    return *this;
}

NiftiFile& NiftiFile::scale(double slope, double intercept) {
    real(112, 176, 0, slope);
    real(116, 184, 0, intercept);
    return *this;
}

NiftiFile& NiftiFile::sform(int code, std::array<double, 12> rows) {
    if (version_ == 1)
        put<std::int16_t>(254, static_cast<std::int16_t>(code));
    else
        put<std::int32_t>(348, code);
    for (int i = 0; i < 12; ++i) real(280, 400, i, rows[static_cast<std::size_t>(i)]);
    return *this;
}

NiftiFile& NiftiFile::qform(int code, std::array<double, 3> quaternion, std::array<double, 3> offset) {
    if (version_ == 1)
        put<std::int16_t>(252, static_cast<std::int16_t>(code));
    else
        put<std::int32_t>(344, code);
    for (int i = 0; i < 3; ++i) {
        real(256, 352, i, quaternion[static_cast<std::size_t>(i)]);
        real(268, 376, i, offset[static_cast<std::size_t>(i)]);
    }
    return *this;
}

NiftiFile& NiftiFile::units(int code) {
    if (version_ == 1)
        put<std::uint8_t>(123, static_cast<std::uint8_t>(code));
    else
        put<std::int32_t>(500, code);
    return *this;
}

NiftiFile& NiftiFile::description(const std::string& text) {
    std::memcpy(header_.data() + (version_ == 1 ? 148 : 240), text.data(), std::min<std::size_t>(text.size(), 79));
    return *this;
}

NiftiFile& NiftiFile::voxels(const std::vector<double>& values) {
    voxels_.clear();
    const auto add = [&](auto value) {
        std::uint8_t raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        if (big_) std::reverse(raw, raw + sizeof value);
        voxels_.insert(voxels_.end(), raw, raw + sizeof value);
    };
    for (const double v : values) {
        switch (type_) {
            case 2: add(static_cast<std::uint8_t>(v)); break;
            case 4: add(static_cast<std::int16_t>(v)); break;
            case 8: add(static_cast<std::int32_t>(v)); break;
            case 16: add(static_cast<float>(v)); break;
            case 64: add(v); break;
            case 256: add(static_cast<std::int8_t>(v)); break;
            case 512: add(static_cast<std::uint16_t>(v)); break;
            case 768: add(static_cast<std::uint32_t>(v)); break;
            case 1024: add(static_cast<std::int64_t>(v)); break;
            case 1280: add(static_cast<std::uint64_t>(v)); break;
            default: break;
        }
    }
    return *this;
}

Bytes NiftiFile::bytes() const {
    Bytes all = header_;
    all.insert(all.end(), voxels_.begin(), voxels_.end());
    return all;
}

void NiftiFile::save(const fs::path& file) const {
    if (file.extension() == ".hdr") {
        NiftiFile header = *this;
        header.put<float>(108, 0);
        header.magic("ni1");
        header.header_.resize(348);
        writeBytes(file, header.header_);
        writeBytes(fs::path(file).replace_extension(".img"), voxels_);
    } else {
        writeBytes(file, file.extension() == ".gz" ? gzip(bytes()) : bytes());
    }
}

NiftiFile smallNifti(std::vector<std::int64_t> sizes) {
    std::size_t count = 1;
    for (const auto size : sizes) count *= static_cast<std::size_t>(size);
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<double>(i);
    NiftiFile file;
    file.dim(std::move(sizes))
        .datatype(4, 16)
        .pixdim({1, 2, 3, 4})
        .sform(1, {2, 0, 0, 10, 0, 3, 0, 20, 0, 0, 4, 30})
        .voxels(values);
    return file;
}

Bytes gzip(const Bytes& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    Bytes out(deflateBound(&stream, bytes.size()));
    stream.next_in = const_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

Bytes gunzip(const Bytes& bytes) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = const_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    Bytes out;
    int state = Z_OK;
    while (state == Z_OK) {
        out.resize(out.size() + 65536);
        stream.next_out = out.data() + out.size() - 65536;
        stream.avail_out = 65536;
        state = inflate(&stream, Z_NO_FLUSH);
    }
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

Bytes readBytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeBytes(const fs::path& file, const Bytes& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void writeText(const fs::path& file, const std::string& text) {
    writeBytes(file, {text.begin(), text.end()});
}

namespace {

/// PS3.5, 7.1.2: explicit little-endian elements.
class DicomStream {
public:
    void text(std::uint16_t group, std::uint16_t element, const char* vr, std::string value) {
        if (value.size() % 2 != 0) value += std::strcmp(vr, "UI") == 0 ? '\0' : ' ';
        head(group, element, vr);
        number<std::uint16_t>(static_cast<std::uint16_t>(value.size()));
        bytes.insert(bytes.end(), value.begin(), value.end());
    }
    void us(std::uint16_t group, std::uint16_t element, int value) {
        head(group, element, "US");
        number<std::uint16_t>(2);
        number<std::uint16_t>(static_cast<std::uint16_t>(value));
    }
    void pixels(const std::vector<std::uint16_t>& values) {
        head(0x7fe0, 0x0010, "OW");
        number<std::uint16_t>(0);
        number<std::uint32_t>(static_cast<std::uint32_t>(values.size() * 2));
        for (const auto value : values) number<std::uint16_t>(value);
    }
    void metaLength(std::uint32_t value) {
        head(0x0002, 0x0000, "UL");
        number<std::uint16_t>(4);
        number<std::uint32_t>(value);
    }
    template <class T>
    void number(T value) {
        std::uint8_t raw[sizeof(T)];
        std::memcpy(raw, &value, sizeof(T));
        bytes.insert(bytes.end(), raw, raw + sizeof(T));
    }
    Bytes bytes;

private:
    void head(std::uint16_t group, std::uint16_t element, const char* vr) {
        number(group);
        number(element);
        bytes.insert(bytes.end(), vr, vr + 2);
    }
};

template <std::size_t N>
std::string decimals(const std::array<double, N>& values) {
    std::string text;
    for (const double v : values) {
        char part[32];
        std::snprintf(part, sizeof part, "%.10g", v);
        text += (text.empty() ? "" : "\\") + std::string(part);
    }
    return text;
}

}  // namespace

void DicomSlice::save(const fs::path& file) const {
    const std::string instanceUid = series + "." + std::to_string(instance) + "." +
                                    std::to_string(std::hash<std::string>()(file.string()) % 100000);
    DicomStream meta;
    meta.text(2, 2, "UI", "1.2.840.10008.5.1.4.1.1.4");
    meta.text(2, 3, "UI", instanceUid);
    meta.text(2, 0x10, "UI", "1.2.840.10008.1.2.1");
    DicomStream out;
    out.bytes.resize(128);
    for (const char c : std::string("DICM")) out.bytes.push_back(static_cast<std::uint8_t>(c));
    out.metaLength(static_cast<std::uint32_t>(meta.bytes.size()));
    out.bytes.insert(out.bytes.end(), meta.bytes.begin(), meta.bytes.end());
    out.text(0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.4");
    out.text(0x0008, 0x0018, "UI", instanceUid);
    out.text(0x0008, 0x0060, "CS", modality);
    out.text(0x0008, 0x103e, "LO", description);
    out.text(0x0018, 0x0050, "DS", "5");
    out.text(0x0020, 0x000e, "UI", series);
    out.text(0x0020, 0x0013, "IS", std::to_string(instance));
    if (positioned) out.text(0x0020, 0x0032, "DS", decimals(position));
    out.text(0x0020, 0x0037, "DS", decimals(orientation));
    out.us(0x0028, 0x0002, samples);
    out.text(0x0028, 0x0004, "CS", samples == 1 ? "MONOCHROME2" : "RGB");
    out.us(0x0028, 0x0010, rows);
    out.us(0x0028, 0x0011, columns);
    out.text(0x0028, 0x0030, "DS", decimals(std::array<double, 2>{rowSpacing, columnSpacing}));
    out.us(0x0028, 0x0100, 16);
    out.us(0x0028, 0x0101, 16);
    out.us(0x0028, 0x0102, 15);
    out.us(0x0028, 0x0103, isSigned ? 1 : 0);
    out.text(0x0028, 0x1052, "DS", decimals(std::array<double, 1>{intercept}));
    out.text(0x0028, 0x1053, "DS", decimals(std::array<double, 1>{slope}));
    out.pixels(pixels);
    writeBytes(file, out.bytes);
}

double sumOf(const imaging::Volume& volume) {
    return volume.visit([&](const auto* data, std::size_t n) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) sum += static_cast<double>(data[i]) * volume.slope + volume.intercept;
        return sum;
    });
}

bool hasNote(const imaging::Volume& volume, const std::string& part) {
    return std::any_of(volume.notes.begin(), volume.notes.end(),
                       [&](const auto& note) { return note.find(part) != std::string::npos; });
}

}  // namespace protolabel::test
