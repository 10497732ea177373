#pragma once

#include <map>
#include <string>

#include "core/fewshot/weights/byte_reader.h"

namespace protolabel::fewshot::weights {

/// The entries of a ZIP archive (also zip64), views of the given bytes. PyTorch stores them, so that nothing here decompresses. Every offset and
/// size is checked: entries lie inside the archive, do not overlap, have one name each, and match their checksums; else Error "weights.damaged".
class ZipArchive {
public:
    explicit ZipArchive(ByteSpan file);

    struct Entry {
        ByteSpan bytes;
        std::size_t offset = 0;  ///< in the file
        bool stored = true;      ///< neither compressed nor encrypted
    };
    /// Nothing where the archive has no such entry. Throws Error "weights.compressed" for one that is not stored.
    const Entry* find(const std::string& name) const;
    const std::map<std::string, Entry>& entries() const { return entries_; }

    static bool looksLike(ByteSpan file);  ///< begins as an archive does

private:
    std::map<std::string, Entry> entries_;
};

}  // namespace protolabel::fewshot::weights
