#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/fewshot/weights/byte_reader.h"
#include "core/fewshot/weights/tensor_view.h"

/// Reading of Python pickles (protocol 2 to 4) that hold weights and nothing else. Opcodes and globals are allow-lists: whatever is not on them is
/// refused by name, and what is on them only builds the values below. No code of the file's choosing can run.
namespace protolabel::fewshot::weights {

/// An index into Pickle::values: values that hold each other in circles, or nest deeply, are no different from others.
using ValueId = std::uint32_t;

struct Nothing {};
struct LongInteger {
    std::string bytes;  ///< two's complement, little-endian; longer than 8 bytes
};
struct Sequence {
    std::vector<ValueId> items;
    bool tuple = false;
};
struct Dictionary {
    std::vector<std::pair<ValueId, ValueId>> items;  ///< a later key replaces an equal earlier one
};
/// The globals of the allow-list that make a value when called.
enum class Callable { OrderedDict, Counter, RebuildTensor, RebuildTensorV2, RebuildParameter, Size, Device };
/// Elements of a storage that lies elsewhere in the file.
struct StorageReference {
    ElementType type = ElementType::Float32;
    std::string key;
    std::int64_t count = 0;       ///< of the whole storage
    std::int64_t viewOffset = 0;  ///< the elements before the part that is meant
};
struct TensorReference {
    StorageReference storage;
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape, strides;
    std::size_t fileOffset = 0;  ///< of the opcode that made it, for messages
};
using Value = std::variant<Nothing, bool, std::int64_t, double, std::string, LongInteger, Sequence, Dictionary,
                           Callable, ElementType, StorageReference, TensorReference>;

struct Pickle {
    std::vector<Value> values;
    ValueId root = 0;

    template <class T>
    const T* get(ValueId id) const {
        return std::get_if<T>(&values[id]);
    }
    /// Throws Error "weights.damaged" when there are more than weights ever have.
    ValueId add(Value value, std::size_t offset);
    const Value* find(const Dictionary& dictionary,
                      const std::string& key) const;  ///< nothing where it has no such key
};

/// Reads one pickle; `reader` is then behind it. Throws Error "weights.unsafe" naming the opcode or global that is not allowed and its
/// offset, "weights.damaged".
Pickle readPickle(ByteReader& reader);

}  // namespace protolabel::fewshot::weights
