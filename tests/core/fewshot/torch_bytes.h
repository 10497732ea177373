#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/bytes.h"

/// Files of torch.save put together by hand, byte by byte: what PyTorch writes, and what it never would.
namespace protolabel::fewshot::test {

// Parts of a pickle; each leaves one value on the stack. Texts are shorter than 256 bytes in none of PyTorch's files, so 'X' carries all.
std::string pickled(const std::string& text);
std::string pickled(std::int64_t number);
std::string global(const std::string& module, const std::string& name);
std::string tuple(const std::vector<std::string>& items);
std::string list(const std::vector<std::string>& items);
std::string dictionary(const std::vector<std::pair<std::string, std::string>>& items);  ///< keys are plain text
std::string called(const std::string& callable, const std::vector<std::string>& arguments);
std::string numbers(const std::vector<std::int64_t>& values);  ///< a tuple
std::string storage(const std::string& type, const std::string& key, std::int64_t count);
/// `type`: "FloatStorage", ...
std::string tensor(const std::string& type, const std::string& key, std::int64_t count, std::int64_t offset,
                   const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides);
std::string finished(const std::string& value);  ///< PROTO 2 ... STOP

struct StoredBytes {
    std::string key;
    Bytes bytes;
};
Bytes littleEndian(const std::vector<float>& values);

struct ZipEntry {
    std::string name;
    Bytes bytes;
    int method = 0;
};
Bytes zipOf(const std::vector<ZipEntry>& entries);
/// As PyTorch 1.6 and later: archive/data.pkl, archive/data/KEY, archive/version.
Bytes zipFile(const std::string& pickle, const std::vector<StoredBytes>& storages);
/// As PyTorch before 1.6; storages have 4-byte elements.
Bytes legacyFile(const std::string& pickle, const std::vector<StoredBytes>& storages, bool littleEndianMachine = true);

/// {"a": [[0, 1, 2], [3, 4, 5]], "b": [1, 5] (every fourth of the same storage, from the second)} as pickle, and its one storage.
std::string smallPickle();
std::vector<StoredBytes> smallStorages();

}  // namespace protolabel::fewshot::test
