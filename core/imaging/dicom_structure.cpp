#include "core/imaging/dicom_structure.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace protolabel::imaging::dicom {

namespace {

constexpr std::uint32_t kUndefined = 0xFFFFFFFF;
constexpr std::uint32_t kItem = 0xFFFEE000, kItemEnd = 0xFFFEE00D, kSequenceEnd = 0xFFFEE0DD, kPixelData = 0x7FE00010,
                        kTransferSyntax = 0x00020010;

struct Encoding {
    bool explicitVr = true;
    bool bigEndian = false;
};

struct Element {
    std::uint32_t tag = 0;
    std::string vr;
    std::uint32_t length = 0;
};

/// Walks the elements of PS3.5, section 7. Throws Structure where they do not fit.
class Walker {
public:
    explicit Walker(const std::filesystem::path& file)
        : in_(file, std::ios::binary), size_(std::filesystem::file_size(file)) {}

    void walkFile() {
        std::array<char, 132> prefix{};
        if (!in_.read(prefix.data(), prefix.size()) || std::string_view(prefix.data() + 128, 4) != "DICM")
            throw Structure::NotDicom;
        std::string syntax;
        while (peekGroup() == 0x0002) {
            const Element e = element({});
            if (e.length == kUndefined) throw Structure::NotDicom;
            const auto value = bytes(e.length);
            if (e.tag == kTransferSyntax) syntax = value.substr(0, value.find('\0'));
        }
        if (syntax == "1.2.840.10008.1.2.1.99") return;  // deflated as a whole
        Encoding encoding;
        encoding.explicitVr = syntax != "1.2.840.10008.1.2";
        encoding.bigEndian = syntax == "1.2.840.10008.1.2.2";
        dataSet(encoding, size_, 0);
    }

private:
    /// Throws unless the attributes that make up the image have the type the standard gives them.
    static void checkType(const Element& e) {
        static constexpr std::pair<std::uint32_t, std::string_view> kTypes[] = {
            {0x00080060, "CS"}, {0x00180050, "DS"}, {0x00180088, "DS"}, {0x00200013, "IS"}, {0x00200032, "DS"},
            {0x00200037, "DS"}, {0x00280002, "US"}, {0x00280004, "CS"}, {0x00280008, "IS"}, {0x00280010, "US"},
            {0x00280011, "US"}, {0x00280030, "DS"}, {0x00280100, "US"}, {0x00280101, "US"}, {0x00280102, "US"},
            {0x00280103, "US"}, {0x00281052, "DS"}, {0x00281053, "DS"}};
        for (const auto& [tag, vr] : kTypes)
            if (e.tag == tag && ((!e.vr.empty() && e.vr != vr) || (vr == "US" && e.length != 2)))
                throw Structure::NotDicom;
    }

    std::uint64_t at() { return static_cast<std::uint64_t>(in_.tellg()); }

    std::string bytes(std::uint64_t count) {
        if (count > size_ - at()) throw Structure::CutShort;
        std::string value(count, '\0');
        if (!in_.read(value.data(), static_cast<std::streamsize>(count))) throw Structure::CutShort;
        return value;
    }
    void skip(std::uint64_t count) {
        if (count > size_ - at()) throw Structure::CutShort;
        in_.seekg(static_cast<std::streamoff>(count), std::ios::cur);
    }
    std::uint32_t number(int count, bool bigEndian) {
        const auto raw = bytes(static_cast<std::uint64_t>(count));
        std::uint32_t value = 0;
        for (int i = 0; i < count; ++i)
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(raw[static_cast<std::size_t>(i)]))
                     << 8 * (bigEndian ? count - 1 - i : i);
        return value;
    }
    std::uint32_t peekGroup() {
        if (at() + 8 > size_) throw Structure::CutShort;
        const auto group = number(2, false);
        in_.seekg(-2, std::ios::cur);
        return group;
    }

    Element element(const Encoding& encoding) {
        Element e;
        const auto group = number(2, encoding.bigEndian);
        e.tag = group << 16 | number(2, encoding.bigEndian);
        if (group == 0xFFFE || !encoding.explicitVr) {
            e.length = number(4, encoding.bigEndian);
            return e;
        }
        e.vr = bytes(2);
        static constexpr std::string_view kShort = "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US";
        static constexpr std::string_view kLong = "OB OD OF OL OV OW SQ SV UC UN UR UT UV";
        const bool letters = e.vr[0] >= 'A' && e.vr[0] <= 'Z' && e.vr[1] >= 'A' && e.vr[1] <= 'Z';
        if (letters && kShort.find(e.vr) != std::string_view::npos) {
            e.length = number(2, encoding.bigEndian);
        } else if (letters && kLong.find(e.vr) != std::string_view::npos) {
            skip(2);
            e.length = number(4, encoding.bigEndian);
        } else {
            throw Structure::NotDicom;
        }
        return e;
    }

    /// Up to `end`, the pixel data, or (within an item of undefined length) its delimiter.
    void dataSet(const Encoding& encoding, std::uint64_t end, int depth, bool delimited = false) {
        if (depth > 16) throw Structure::NotDicom;
        while (at() < end) {
            const Element e = element(encoding);
            if (e.tag == kItemEnd && delimited) return;
            if (e.tag >> 16 == 0xFFFE) throw Structure::NotDicom;
            if (e.tag == kPixelData && depth == 0) {
                pixelData(e, encoding);
                return;
            }
            checkType(e);
            if (e.length == kUndefined && !e.vr.empty() && e.vr != "SQ" && e.vr != "UN") throw Structure::NotDicom;
            if (e.length == kUndefined)
                sequence(e.vr == "UN" ? Encoding{false, false} : encoding, {}, depth);  // CP-246
            else if (e.vr == "SQ")
                sequence(encoding, at() + e.length, depth);
            else
                skip(e.length);
        }
        if (delimited) throw Structure::CutShort;  // its delimiter is missing
        if (at() > end) throw Structure::NotDicom;
    }

    /// Up to `end`, or to its delimiter where the length is undefined.
    void sequence(const Encoding& encoding, std::optional<std::uint64_t> end, int depth) {
        if (end && *end > size_) throw Structure::CutShort;
        while (at() < end.value_or(size_)) {
            const Element item = element(encoding);
            if (item.tag == kSequenceEnd && !end) return;
            if (item.tag != kItem) throw Structure::NotDicom;
            const bool delimited = item.length == kUndefined;
            dataSet(encoding, delimited ? size_ : at() + item.length, depth + 1, delimited);
        }
        if (!end) throw Structure::CutShort;
        if (at() > *end) throw Structure::NotDicom;
    }

    void pixelData(const Element& e, const Encoding& encoding) {
        if (e.length != kUndefined) {
            skip(e.length);
            return;
        }
        while (true) {  // fragments of compressed frames
            const Element item = element(encoding);
            if (item.tag == kSequenceEnd) return;
            if (item.tag != kItem) throw Structure::NotDicom;
            skip(item.length);
        }
    }

    std::ifstream in_;
    std::uint64_t size_;
};

}  // namespace

Structure checkStructure(const std::filesystem::path& file) {
    try {
        Walker(file).walkFile();
        return Structure::Sound;
    } catch (const Structure problem) {
        return problem;
    }
}

}  // namespace protolabel::imaging::dicom
