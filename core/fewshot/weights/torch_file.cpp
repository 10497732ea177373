#include "core/fewshot/weights/torch_file.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/base/error.h"
#include "core/fewshot/weights/pickle.h"
#include "core/fewshot/weights/zip_archive.h"

namespace protolabel::fewshot::weights {

namespace {

/// The pickled number with which a legacy file begins, 0x1950a86a20f9469cfc6c, and the bytes of that number.
constexpr std::array<std::uint8_t, 15> kLegacyStart = {0x80, 2,    0x8a, 10,   0x6c, 0xfc, 0x9c, 0x46,
                                                       0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.'};
constexpr std::int64_t kLegacyVersion = 1001;

/// Where people's training programs keep the weights beside their other state.
constexpr const char* kWrappers[] = {"state_dict", "model_state_dict", "model_state", "model", "net", "network"};
constexpr int kMaxWrappers = 3;
constexpr std::size_t kMaxName = 256;

struct Storages {
    ByteOrder order = ByteOrder::Little;
    /// The bytes of one storage; throws where there is none.
    std::function<ByteSpan(const TensorReference&)> find;
};

bool holdsTensors(const Pickle& pickle, const Dictionary& dictionary) {
    return std::any_of(dictionary.items.begin(), dictionary.items.end(),
                       [&](const auto& item) { return pickle.get<TensorReference>(item.second) != nullptr; });
}

[[noreturn]] void noStateDictionary(const Pickle& pickle, const Dictionary* dictionary) {
    std::string names;
    if (dictionary != nullptr)
        for (const auto& item : dictionary->items)
            if (const auto* name = pickle.get<std::string>(item.first); name != nullptr && names.size() < 200)
                names += (names.empty() ? "" : ", ") + name->substr(0, 60);
    throw Error(
        "weights.content",
        "the file holds no dictionary of weights (it has: {0}); save one with torch.save(model.state_dict(), file)",
        {names.empty() ? "nothing with a name" : printable(names)});
}

const Dictionary& stateDictionary(const Pickle& pickle) {
    const auto* root = pickle.get<Dictionary>(pickle.root);
    const auto* dictionary = root;
    for (int depth = 0; dictionary != nullptr && depth <= kMaxWrappers; ++depth) {
        if (holdsTensors(pickle, *dictionary)) return *dictionary;
        const Dictionary* inner = nullptr;
        for (const auto* wrapper : kWrappers)
            if (const auto* value = pickle.find(*dictionary, wrapper); value != nullptr && inner == nullptr)
                inner = std::get_if<Dictionary>(value);
        dictionary = inner;
    }
    noStateDictionary(pickle, root);
}

TensorView viewOf(const std::string& name, const TensorReference& reference, const Storages& storages) {
    TensorView view;
    view.type = reference.storage.type;
    view.shape = reference.shape;
    view.strides = reference.strides;
    view.storage = storages.find(reference);
    view.order = storages.order;
    const auto room = reference.storage.count - reference.storage.viewOffset;
    if (reference.offset < 0 || reference.offset > room)
        damaged("tensor " + name + " begins outside its storage", reference.fileOffset);
    view.offset = reference.storage.viewOffset + reference.offset;
    checkInside(view, name, reference.fileOffset);
    return view;
}

/// `end`: of the pickle, in the file.
void collect(const Pickle& pickle, const Storages& storages, std::size_t end, TorchFile& file) {
    for (const auto& [key, value] : stateDictionary(pickle).items) {
        const auto* name = pickle.get<std::string>(key);
        if (name != nullptr && name->size() > kMaxName) damaged("a tensor's name is longer than names are", end);
        const auto* reference = pickle.get<TensorReference>(value);
        if (name != nullptr && reference != nullptr)
            file.tensors[*name] = viewOf(*name, *reference, storages);
        else
            file.others.insert(name != nullptr ? *name : "a key that is no text");
    }
}

/// `bytes` as the elements of the storage that `reference` means.
ByteSpan sized(ByteSpan bytes, const TensorReference& reference) {
    if (bytes.size() / sizeOf(reference.storage.type) != static_cast<std::uint64_t>(reference.storage.count))
        damaged("storage " + reference.storage.key + " has " + std::to_string(bytes.size()) + " bytes, not " +
                    std::to_string(reference.storage.count) + " elements",
                reference.fileOffset);
    return bytes;
}

/// <name>/data.pkl and, for storage K, <name>/data/K.
TorchFile readZip(ByteSpan bytes) {
    const ZipArchive archive(bytes);
    const std::string pickleName = "data.pkl";
    std::string folder;
    for (const auto& item : archive.entries())
        if (item.first.ends_with('/' + pickleName) && item.first.find('/') + 1 == item.first.size() - pickleName.size())
            folder = item.first.substr(0, item.first.size() - pickleName.size());
    if (folder.empty())
        throw Error("weights.content",
                    "the archive holds no weights of PyTorch (no data.pkl); choose a file of torch.save");
    if (archive.entries().count(folder + "constants.pkl") > 0)
        throw Error("weights.content",
                    "the file is a TorchScript program, which is not run; save only its weights: "
                    "torch.save(torch.jit.load(file).state_dict(), other_file)");
    const auto* entry = archive.find(folder + pickleName);
    Storages storages;
    if (const auto* order = archive.find(folder + "byteorder"); order != nullptr) {
        const std::string text(order->bytes.begin(), order->bytes.end());
        if (text != "little" && text != "big") damaged("the byte order is neither little nor big", order->offset);
        storages.order = text == "big" ? ByteOrder::Big : ByteOrder::Little;
    }
    storages.find = [&](const TensorReference& reference) {
        const auto* data = archive.find(folder + "data/" + reference.storage.key);
        if (data == nullptr) damaged("storage " + reference.storage.key + " is missing", reference.fileOffset);
        return sized(data->bytes, reference);
    };
    ByteReader reader(entry->bytes, entry->offset);
    TorchFile file{TorchLayout::Zip, {}, {}};
    const auto pickle = readPickle(reader);
    collect(pickle, storages, reader.offset(), file);
    return file;
}

/// Types by storage key, of all storages that the pickle names: the sizes of those that nobody wants are needed too.
std::map<std::string, StorageReference> storagesOf(const Pickle& pickle, std::size_t offset) {
    std::map<std::string, StorageReference> storages;
    for (const auto& value : pickle.values)
        if (const auto* storage = std::get_if<StorageReference>(&value); storage != nullptr) {
            const auto& known = storages.emplace(storage->key, *storage).first->second;
            if (known.type != storage->type || known.count != storage->count)
                damaged("storage " + storage->key + " has two types or sizes", offset);
        }
    return storages;
}

/// Five pickles (a number, a version, a description of the machine, the object, the keys of its storages), then each storage: its number of
/// elements in 8 bytes, and they. All little-endian, whatever machine wrote it: PyTorch converts there.
TorchFile readLegacy(ByteSpan bytes) {
    ByteReader reader(bytes);
    reader.take(kLegacyStart.size());
    const auto version = readPickle(reader);
    const auto* number = version.get<std::int64_t>(version.root);
    if (number == nullptr || *number != kLegacyVersion)
        damaged("the version of the file is not " + std::to_string(kLegacyVersion), reader.offset());
    readPickle(reader);  // the machine
    const auto pickle = readPickle(reader);
    const auto end = reader.offset();
    const auto keys = readPickle(reader);
    const auto known = storagesOf(pickle, reader.offset());
    const auto* list = keys.get<Sequence>(keys.root);
    if (list == nullptr) damaged("the list of storages is missing", reader.offset());
    std::map<std::string, ByteSpan> found;
    for (const auto id : list->items) {
        const auto* key = keys.get<std::string>(id);
        const auto storage = key != nullptr ? known.find(*key) : known.end();
        if (storage == known.end()) damaged("a storage belongs to no tensor", reader.offset());
        const auto offset = reader.offset();
        const auto count = reader.number(8);
        if (count != static_cast<std::uint64_t>(storage->second.count) ||
            count > reader.left() / sizeOf(storage->second.type))
            damaged("storage " + *key + " has another size than its tensors say, or is cut short", offset);
        found[*key] = reader.take(count * sizeOf(storage->second.type));
    }
    if (reader.left() > 0) damaged("bytes follow the last storage", reader.offset());
    Storages storages;
    storages.find = [&](const TensorReference& reference) {
        const auto data = found.find(reference.storage.key);
        if (data == found.end()) damaged("storage " + reference.storage.key + " is missing", reference.fileOffset);
        return sized(data->second, reference);
    };
    TorchFile file{TorchLayout::Legacy, {}, {}};
    collect(pickle, storages, end, file);
    return file;
}

bool isLegacy(ByteSpan file) {
    return file.size() >= kLegacyStart.size() && std::equal(kLegacyStart.begin(), kLegacyStart.end(), file.begin());
}

}  // namespace

bool isTorchFile(ByteSpan file) {
    return ZipArchive::looksLike(file) || isLegacy(file);
}

TorchFile readTorchFile(ByteSpan file) {
    return isLegacy(file) ? readLegacy(file) : readZip(file);
}

}  // namespace protolabel::fewshot::weights
