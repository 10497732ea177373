#include "core/fewshot/weights/zip_archive.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/error.h"

namespace protolabel::fewshot::weights {

namespace {

// Signatures and sizes of APPNOTE.TXT 4.3.
constexpr std::uint32_t kLocalHeader = 0x04034b50, kCentralHeader = 0x02014b50, kEnd = 0x06054b50, kEnd64 = 0x06064b50,
                        kEnd64Locator = 0x07064b50;
constexpr std::size_t kEndSize = 22, kEnd64Size = 56, kEnd64LocatorSize = 20, kMaxComment = 0xffff;
constexpr std::uint16_t kZip64Field = 1, kEncrypted = 1, kStored = 0;
constexpr std::uint32_t kIn64 = 0xffffffff;  ///< the value is in the zip64 field

struct Directory {
    std::uint64_t begin = 0, size = 0, entries = 0;
    std::size_t end = 0;  ///< where the end records begin: entries lie before
};

/// What the central directory says of an entry.
struct Header {
    std::string name;
    std::uint32_t checksum = 0;
    std::uint64_t packedSize = 0, size = 0, begin = 0;
    bool stored = false;     ///< neither compressed nor encrypted
    std::size_t offset = 0;  ///< of this header
};

ByteReader readerAt(ByteSpan file, std::uint64_t offset) {
    if (offset > file.size()) damaged("a record lies outside the file", file.size());
    return ByteReader(file.subspan(static_cast<std::size_t>(offset)), static_cast<std::size_t>(offset));
}

std::uint32_t crc32(ByteSpan bytes) {
    static const auto table = [] {
        std::array<std::array<std::uint32_t, 256>, 8> t{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t c = i;
            for (int k = 0; k < 8; ++k) c = (c >> 1) ^ ((c & 1) != 0 ? 0xedb88320U : 0);
            t[0][i] = c;
        }
        for (std::size_t k = 1; k < 8; ++k)
            for (std::size_t i = 0; i < 256; ++i) t[k][i] = (t[k - 1][i] >> 8) ^ t[0][t[k - 1][i] & 0xff];
        return t;
    }();
    std::uint32_t c = 0xffffffff;
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {  // eight bytes at a time: checkpoints have hundreds of megabytes
        const auto at = [&](std::size_t k) -> std::uint32_t { return bytes[i + k]; };
        c ^= at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24;
        c = table[7][c & 0xff] ^ table[6][c >> 8 & 0xff] ^ table[5][c >> 16 & 0xff] ^ table[4][c >> 24] ^
            table[3][at(4)] ^ table[2][at(5)] ^ table[1][at(6)] ^ table[0][at(7)];
    }
    for (; i < bytes.size(); ++i) c = (c >> 8) ^ table[0][(c ^ bytes[i]) & 0xff];
    return ~c;
}

/// The end record is found from the back; its comment must fill the rest of the file.
std::size_t findEnd(ByteSpan file) {
    if (file.size() < kEndSize) damaged("the archive is cut short", file.size());
    const std::size_t last = file.size() - kEndSize;
    for (std::size_t back = 0; back <= std::min(last, kMaxComment); ++back) {
        auto reader = readerAt(file, last - back);
        if (reader.number(4) != kEnd) continue;
        reader.take(16);
        if (reader.number(2) == back) return last - back;
    }
    damaged("the archive's end is missing", file.size());
}

Directory readDirectory(ByteSpan file) {
    Directory directory;
    directory.end = findEnd(file);
    auto end = readerAt(file, directory.end);
    end.take(4);
    if (end.number(4) != 0) damaged("the archive has several parts", directory.end);
    end.take(2);
    directory.entries = end.number(2);
    directory.size = end.number(4);
    directory.begin = end.number(4);
    const bool has64 = directory.end >= kEnd64LocatorSize &&
                       readerAt(file, directory.end - kEnd64LocatorSize).number(4) == kEnd64Locator;
    if (has64) {
        auto locator = readerAt(file, directory.end - kEnd64LocatorSize);
        locator.take(8);
        const auto place = locator.number(8);
        auto end64 = readerAt(file, place);
        if (end64.number(4) != kEnd64 || end64.left() < kEnd64Size)
            damaged("the archive's zip64 record is missing", end64.offset());
        end64.take(28);
        directory.entries = end64.number(8);
        directory.size = end64.number(8);
        directory.begin = end64.number(8);
        directory.end = static_cast<std::size_t>(place);
    }
    if (directory.begin > directory.end || directory.size > directory.end - directory.begin)
        damaged("the archive's directory lies outside the file", directory.end);
    return directory;
}

/// Replaces what did not fit into 32 bits by the values of the zip64 field.
void readExtra(ByteReader extra, Header& header) {
    if (header.size != kIn64 && header.packedSize != kIn64 && header.begin != kIn64) return;
    while (extra.left() >= 4) {
        const auto id = extra.number(2), size = extra.number(2);
        const auto offset = extra.offset();
        ByteReader field(extra.take(size), offset);
        if (id != kZip64Field) continue;
        for (auto* value : {&header.size, &header.packedSize, &header.begin})
            if (*value == kIn64) *value = field.number(8);
        return;
    }
    damaged("an entry lacks its zip64 field", header.offset);
}

Header readHeader(ByteReader& reader) {
    Header header;
    header.offset = reader.offset();
    if (reader.number(4) != kCentralHeader) damaged("the archive's directory is damaged", header.offset);
    reader.take(4);
    const auto flags = reader.number(2);
    const auto method = reader.number(2);
    reader.take(4);
    header.checksum = static_cast<std::uint32_t>(reader.number(4));
    header.packedSize = reader.number(4);
    header.size = reader.number(4);
    const auto nameSize = reader.number(2), extraSize = reader.number(2), commentSize = reader.number(2);
    reader.take(8);
    header.begin = reader.number(4);
    header.name = reader.text(nameSize);
    header.stored = method == kStored && (flags & kEncrypted) == 0;
    const auto extraOffset = reader.offset();
    const ByteReader extra(reader.take(extraSize), extraOffset);
    reader.take(commentSize);
    readExtra(extra, header);
    if (header.stored && header.packedSize != header.size) damaged("a stored entry has two sizes", header.offset);
    return header;
}

/// The entry's bytes, behind its local header, of which only what the directory does not say counts.
ZipArchive::Entry locate(ByteSpan file, const Directory& directory, const Header& header) {
    auto local = readerAt(file.first(static_cast<std::size_t>(directory.begin)), header.begin);
    if (local.number(4) != kLocalHeader) damaged(header.name + " does not begin where it should", local.offset());
    local.take(22);
    const auto nameSize = local.number(2), extraSize = local.number(2);
    if (local.text(nameSize) != header.name) damaged(header.name + " has another name inside", local.offset());
    local.take(extraSize);
    const auto offset = local.offset();
    return {local.take(header.packedSize), offset, header.stored};
}

}  // namespace

bool ZipArchive::looksLike(ByteSpan file) {
    return file.size() >= 4 && ByteReader(file).number(4) == kLocalHeader;
}

ZipArchive::ZipArchive(ByteSpan file) {
    const auto directory = readDirectory(file);
    const auto begin = static_cast<std::size_t>(directory.begin);
    ByteReader reader(file.subspan(begin, static_cast<std::size_t>(directory.size)), begin);
    std::vector<std::pair<Header, Entry>> found;
    while (reader.left() > 0) {
        auto header = readHeader(reader);
        const auto entry = locate(file, directory, header);
        found.emplace_back(std::move(header), entry);
    }
    if (found.size() != directory.entries) damaged("the archive's directory has lost entries", begin);

    // Before the checksums, which would otherwise read shared bytes once for each entry that names them.
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
    std::size_t free = 0;
    for (const auto& [header, entry] : found) {
        if (header.begin < free)
            damaged(header.name + " shares bytes with another entry", static_cast<std::size_t>(header.begin));
        free = entry.offset + entry.bytes.size();
    }
    for (const auto& [header, entry] : found) {
        if (entry.stored && crc32(entry.bytes) != header.checksum)
            damaged(header.name + " does not match its checksum", entry.offset);
        if (!entries_.emplace(header.name, entry).second) damaged(header.name + " is there twice", entry.offset);
    }
}

const ZipArchive::Entry* ZipArchive::find(const std::string& name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) return nullptr;
    if (!found->second.stored)
        throw Error("weights.compressed",
                    "{0} in the archive is compressed or encrypted, which torch.save does not do; unpack the archive "
                    "and choose the weights file inside, or save them again",
                    {printable(name)});
    return &found->second;
}

}  // namespace protolabel::fewshot::weights
