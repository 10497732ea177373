#include "tests/core/fewshot/torch_bytes.h"

#include <bit>

namespace protolabel::fewshot::test {

namespace {

void put(Bytes& bytes, std::uint64_t value, int width) {
    for (int i = 0; i < width; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void put(Bytes& bytes, const std::string& text) {
    bytes.insert(bytes.end(), text.begin(), text.end());
}

std::string fourBytes(std::uint64_t value) {
    Bytes bytes;
    put(bytes, value, 4);
    return {bytes.begin(), bytes.end()};
}

/// Bit by bit, as the polynomial is defined.
std::uint32_t crc32(const Bytes& bytes) {
    std::uint32_t crc = 0xffffffff;
    for (const auto byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320U : 0);
    }
    return ~crc;
}

std::string joined(const std::vector<std::string>& items) {
    std::string all;
    for (const auto& item : items) all += item;
    return all;
}

}  // namespace

std::string pickled(const std::string& text) {
    return 'X' + fourBytes(text.size()) + text;
}

std::string pickled(std::int64_t number) {
    std::string text("\x8a\x08", 2);
    for (int i = 0; i < 8; ++i) text += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
    return text;
}

std::string global(const std::string& module, const std::string& name) {
    return 'c' + module + '\n' + name + '\n';
}

std::string tuple(const std::vector<std::string>& items) {
    return '(' + joined(items) + 't';
}

std::string list(const std::vector<std::string>& items) {
    return "](" + joined(items) + 'e';
}

std::string dictionary(const std::vector<std::pair<std::string, std::string>>& items) {
    std::string all = "}(";
    for (const auto& [key, value] : items) all += pickled(key) + value;
    return all + 'u';
}

std::string called(const std::string& callable, const std::vector<std::string>& arguments) {
    return callable + tuple(arguments) + 'R';
}

std::string numbers(const std::vector<std::int64_t>& values) {
    std::vector<std::string> items;
    for (const auto value : values) items.push_back(pickled(value));
    return tuple(items);
}

std::string storage(const std::string& type, const std::string& key, std::int64_t count) {
    return tuple({pickled("storage"), global("torch", type), pickled(key), pickled("cpu"), pickled(count)}) + 'Q';
}

std::string tensor(const std::string& type, const std::string& key, std::int64_t count, std::int64_t offset,
                   const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides) {
    return called(global("torch._utils", "_rebuild_tensor_v2"),
                  {storage(type, key, count), pickled(offset), numbers(shape), numbers(strides), "\x89",
                   called(global("collections", "OrderedDict"), {})});
}

std::string finished(const std::string& value) {
    return "\x80\x02" + value + '.';
}

Bytes littleEndian(const std::vector<float>& values) {
    Bytes bytes;
    for (const float value : values) put(bytes, std::bit_cast<std::uint32_t>(value), 4);
    return bytes;
}

Bytes zipOf(const std::vector<ZipEntry>& entries) {
    Bytes file, directory;
    for (const auto& [name, bytes, method] : entries) {
        const auto begin = file.size();
        put(file, 0x04034b50, 4);
        put(file, 0, 4);
        put(file, static_cast<std::uint64_t>(method), 2);
        put(file, 0, 8);  // time, date; sizes and checksum are only in the directory
        put(file, 0, 8);
        put(file, name.size(), 2);
        put(file, 0, 2);
        put(file, name);
        file.insert(file.end(), bytes.begin(), bytes.end());

        put(directory, 0x02014b50, 4);
        put(directory, 0, 6);
        put(directory, static_cast<std::uint64_t>(method), 2);
        put(directory, 0, 4);
        put(directory, crc32(bytes), 4);
        put(directory, bytes.size(), 4);
        put(directory, bytes.size(), 4);
        put(directory, name.size(), 2);
        put(directory, 0, 8);
        put(directory, 0, 4);
        put(directory, begin, 4);
        put(directory, name);
    }
    const auto begin = file.size();
    file.insert(file.end(), directory.begin(), directory.end());
    put(file, 0x06054b50, 4);
    put(file, 0, 4);
    put(file, entries.size(), 2);
    put(file, entries.size(), 2);
    put(file, directory.size(), 4);
    put(file, begin, 4);
    put(file, 0, 2);
    return file;
}

Bytes zipFile(const std::string& pickle, const std::vector<StoredBytes>& storages) {
    std::vector<ZipEntry> entries = {{"archive/data.pkl", {pickle.begin(), pickle.end()}}};
    for (const auto& [key, bytes] : storages) entries.push_back({"archive/data/" + key, bytes});
    entries.push_back({"archive/version", {'3', '\n'}});
    return zipOf(entries);
}

Bytes legacyFile(const std::string& pickle, const std::vector<StoredBytes>& storages, bool littleEndianMachine) {
    Bytes file = {0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.'};
    put(file, finished(pickled(1001)));
    put(file, finished(dictionary({{"protocol_version", pickled(1001)},
                                   {"little_endian", littleEndianMachine ? "\x88" : "\x89"},
                                   {"type_sizes", dictionary({{"int", pickled(4)}})}})));
    put(file, pickle);
    std::vector<std::string> keys;
    for (const auto& storage : storages) keys.push_back(pickled(storage.key));
    put(file, finished(list(keys)));
    for (const auto& storage : storages) {
        put(file, storage.bytes.size() / 4, 8);
        file.insert(file.end(), storage.bytes.begin(), storage.bytes.end());
    }
    return file;
}

std::string smallPickle() {
    return finished(dictionary({{"a", tensor("FloatStorage", "0", 6, 0, {2, 3}, {3, 1})},
                                {"b", tensor("FloatStorage", "0", 6, 1, {2}, {4})}}));
}

std::vector<StoredBytes> smallStorages() {
    return {{"0", littleEndian({0, 1, 2, 3, 4, 5})}};
}

}  // namespace protolabel::fewshot::test
