#include <map>
#include <utility>

#include "core/base/error.h"
#include "core/fewshot/weights/pickle_machine.h"

namespace protolabel::fewshot::weights {

namespace {

const std::map<std::string, Callable> kCallables = {
    {"collections.OrderedDict", Callable::OrderedDict},
    {"collections.Counter", Callable::Counter},
    {"torch._utils._rebuild_tensor", Callable::RebuildTensor},
    {"torch._utils._rebuild_tensor_v2", Callable::RebuildTensorV2},
    {"torch._utils._rebuild_parameter", Callable::RebuildParameter},
    {"torch.Size", Callable::Size},
    {"torch.device", Callable::Device},
};
const std::map<std::string, ElementType> kStorages = {
    {"torch.DoubleStorage", ElementType::Float64}, {"torch.FloatStorage", ElementType::Float32},
    {"torch.HalfStorage", ElementType::Float16},   {"torch.BFloat16Storage", ElementType::BFloat16},
    {"torch.LongStorage", ElementType::Int64},     {"torch.IntStorage", ElementType::Int32},
    {"torch.ShortStorage", ElementType::Int16},    {"torch.CharStorage", ElementType::Int8},
    {"torch.ByteStorage", ElementType::UInt8},     {"torch.BoolStorage", ElementType::Bool},
};

constexpr std::size_t kMaxSizes = 8, kMaxKey = 64;

/// The arguments of one call, by position.
class Arguments {
public:
    Arguments(const Pickle& pickle, const Sequence& sequence, std::size_t offset)
        : pickle_(pickle), items_(sequence.items), offset_(offset) {}

    std::size_t size() const { return items_.size(); }
    template <class T>
    const T& at(std::size_t i) const {
        const T* value = i < items_.size() ? pickle_.get<T>(items_[i]) : nullptr;
        if (value == nullptr) damaged("a call has other arguments than it takes", offset_);
        return *value;
    }
    std::vector<std::int64_t> numbers(std::size_t i) const {
        std::vector<std::int64_t> numbers;
        const auto& items = at<Sequence>(i).items;
        if (items.size() > kMaxSizes) damaged("a tensor has too many dimensions", offset_);
        for (const auto id : items) {
            const auto* number = pickle_.get<std::int64_t>(id);
            if (number == nullptr) damaged("a size is no number", offset_);
            numbers.push_back(*number);
        }
        return numbers;
    }

private:
    const Pickle& pickle_;
    const std::vector<ValueId>& items_;
    std::size_t offset_;
};

/// Python 2 passes the items as a list of pairs, which is used up: naming it again gives nothing.
Dictionary fromPairs(Pickle& pickle, ValueId list, std::size_t offset) {
    auto* pairs = std::get_if<Sequence>(&pickle.values[list]);
    if (pairs == nullptr) damaged("a dictionary has no list of items", offset);
    Dictionary dictionary;
    for (const auto id : std::exchange(pairs->items, {})) {
        const auto* pair = pickle.get<Sequence>(id);
        if (pair == nullptr || pair->items.size() != 2) damaged("a dictionary has items that are no pairs", offset);
        dictionary.items.emplace_back(pair->items[0], pair->items[1]);
    }
    return dictionary;
}

}  // namespace

void refuse(const std::string& what, std::size_t offset) {
    throw Error("weights.unsafe",
                "the file asks for {0} at byte {1}, which is no part of plain weights and is never run; save only the "
                "weights: torch.save(model.state_dict(), file)",
                {printable(what), std::to_string(offset)});
}

Value globalNamed(const std::string& module, const std::string& name, std::size_t offset) {
    const auto full = module + '.' + name;
    if (const auto callable = kCallables.find(full); callable != kCallables.end()) return callable->second;
    if (const auto storage = kStorages.find(full); storage != kStorages.end()) return storage->second;
    refuse(full, offset);
}

ValueId call(Pickle& pickle, Callable callable, const Sequence& sequence, std::size_t offset) {
    const Arguments arguments(pickle, sequence, offset);
    const auto first = [&](auto kind) {
        arguments.at<decltype(kind)>(0);
        return sequence.items[0];
    };
    switch (callable) {
        case Callable::OrderedDict:
        case Callable::Counter:
            if (arguments.size() == 0) return pickle.add(Dictionary{}, offset);
            if (callable == Callable::Counter) return first(Dictionary{});
            return pickle.add(fromPairs(pickle, sequence.items[0], offset), offset);
        case Callable::RebuildTensor:
        case Callable::RebuildTensorV2:
            return pickle.add(TensorReference{arguments.at<StorageReference>(0), arguments.at<std::int64_t>(1),
                                              arguments.numbers(2), arguments.numbers(3), offset},
                              offset);
        case Callable::RebuildParameter: return first(TensorReference{});
        case Callable::Size: return first(Sequence{});
        case Callable::Device: return first(std::string{});
    }
    damaged("a call of nothing", offset);
}

StorageReference storageFrom(const Pickle& pickle, ValueId persistentId, std::size_t offset) {
    const auto* id = pickle.get<Sequence>(persistentId);
    if (id == nullptr) damaged("a storage has no sound name", offset);
    const Arguments parts(pickle, *id, offset);
    if (parts.at<std::string>(0) != "storage") refuse("the persistent object " + parts.at<std::string>(0), offset);
    StorageReference storage{parts.at<ElementType>(1), parts.at<std::string>(2), parts.at<std::int64_t>(4), 0};
    if (storage.count < 0) damaged("a storage has a negative size", offset);
    if (storage.key.size() > kMaxKey) damaged("a storage has no sound name", offset);
    // Before PyTorch 1.0 a storage could be a part of another: (key, offset, size).
    if (parts.size() > 5 && pickle.get<Nothing>(id->items[5]) == nullptr) {
        const Arguments view(pickle, parts.at<Sequence>(5), offset);
        storage.viewOffset = view.at<std::int64_t>(1);
        if (storage.viewOffset < 0 || storage.viewOffset > storage.count)
            damaged("a storage begins outside another", offset);
    }
    return storage;
}

}  // namespace protolabel::fewshot::weights
