#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/fewshot/model_file.h"
#include "core/fewshot/weights/byte_reader.h"

namespace protolabel::fewshot {

static_assert(std::endian::native == std::endian::little,
              "safetensors is little-endian, read and written without swapping");

namespace {

using nlohmann::json;
using weights::printable;

constexpr std::size_t kMaxHeader = 16u << 20;
constexpr std::size_t kMaxDimensions = 8;

[[noreturn]] void damagedModel(const std::string& what) {
    throw Error("model.damaged", "this model file is damaged: {0}; copy it again or take an older one", {what});
}

[[noreturn]] void damagedTensor(const std::string& name, const std::string& what) {
    damagedModel("tensor " + printable(name) + ' ' + what);
}

struct Type {
    const char* name;
    torch::ScalarType type;
};
constexpr Type kTypes[] = {{"F64", torch::kDouble},
                           {"F32", torch::kFloat},
                           {"F16", torch::kHalf},
                           {"BF16", torch::kBFloat16},
                           {"I64", torch::kLong}};

const char* typeName(const std::string& tensor, torch::ScalarType type) {
    for (const auto& known : kTypes)
        if (known.type == type) return known.name;
    throw Error("model.type", "tensor {0} has a type that model files do not hold; convert it to float first",
                {tensor});
}

/// Where one tensor lies; checked against the data's size before anything is allocated.
struct Entry {
    std::string name;
    torch::ScalarType type;
    std::vector<std::int64_t> shape;
    std::uint64_t begin, end;
};

std::uint64_t unsignedAt(const json& list, std::size_t i, const std::string& name) {
    const auto& value = list.at(i);
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
        damagedTensor(name, "has a size or offset that is no count");
    return value.get<std::uint64_t>();
}

Entry entryFrom(const std::string& name, const json& value, std::uint64_t dataSize) {
    Entry entry{name, torch::kFloat, {}, 0, 0};
    const auto field = [&](const char* key, json::value_t type) -> const json& {
        const auto found = value.is_object() ? value.find(key) : value.end();
        if (found == value.end() || found->type() != type) damagedTensor(name, std::string("has no ") + key);
        return *found;
    };
    const auto& type = field("dtype", json::value_t::string).get_ref<const std::string&>();
    const auto* known =
        std::find_if(std::begin(kTypes), std::end(kTypes), [&](const Type& t) { return type == t.name; });
    if (known == std::end(kTypes))
        throw Error("model.type",
                    "tensor {0} has the type {1}, which is not supported; save it as F64, F32, F16, BF16 or I64",
                    {printable(name), printable(type)});
    entry.type = known->type;

    const auto& offsets = field("data_offsets", json::value_t::array);
    if (offsets.size() != 2) damagedTensor(name, "has no two offsets");
    entry.begin = unsignedAt(offsets, 0, name);
    entry.end = unsignedAt(offsets, 1, name);
    if (entry.begin > entry.end || entry.end > dataSize) damagedTensor(name, "lies outside the file");

    const auto& shape = field("shape", json::value_t::array);
    if (shape.size() > kMaxDimensions) damagedTensor(name, "has too many dimensions");
    std::uint64_t bytes = c10::elementSize(entry.type);
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const auto n = unsignedAt(shape, i, name);
        if (n != 0 && bytes > std::numeric_limits<std::int64_t>::max() / n) damagedTensor(name, "is impossibly large");
        bytes *= n;
        entry.shape.push_back(static_cast<std::int64_t>(n));
    }
    if (bytes != entry.end - entry.begin) damagedTensor(name, "does not fill its offsets");
    return entry;
}

/// In order of offset; together they must cover the data exactly, so that no byte is unread or read twice.
std::vector<Entry> entriesFrom(const json& header, std::uint64_t dataSize) {
    std::vector<Entry> entries;
    for (const auto& [name, value] : header.items())
        if (name != "__metadata__") entries.push_back(entryFrom(name, value, dataSize));
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
    std::uint64_t position = 0;
    for (const auto& entry : entries) {
        if (entry.begin != position) damagedTensor(entry.name, "does not begin where the one before ends");
        position = entry.end;
    }
    if (position != dataSize) damagedModel("bytes follow the last tensor");
    return entries;
}

json parseHeader(const Bytes& bytes, std::uint64_t& headerSize) {
    if (bytes.size() < 8) damagedModel("it is shorter than a header");
    std::memcpy(&headerSize, bytes.data(), 8);
    if (headerSize > kMaxHeader || headerSize > bytes.size() - 8) damagedModel("its header is cut short");
    const auto begin = bytes.begin() + 8;
    auto header = json::parse(begin, begin + static_cast<std::ptrdiff_t>(headerSize), nullptr, false);
    if (!header.is_object()) damagedModel("its header is no JSON object");
    return header;
}

}  // namespace

TensorFile decodeTensorFile(const Bytes& bytes) {
    std::uint64_t headerSize = 0;
    const auto header = parseHeader(bytes, headerSize);
    const auto* data = bytes.data() + 8 + headerSize;
    TensorFile file;
    if (const auto metadata = header.find("__metadata__"); metadata != header.end()) {
        if (!metadata->is_object()) damagedModel("its metadata is no JSON object");
        for (const auto& [key, value] : metadata->items()) {
            if (!value.is_string()) damagedModel("its metadata " + printable(key) + " is no text");
            file.metadata[key] = value.get<std::string>();
        }
    }
    for (const auto& entry : entriesFrom(header, bytes.size() - 8 - headerSize)) {
        auto tensor = torch::empty(entry.shape, entry.type);
        if (entry.end > entry.begin) std::memcpy(tensor.data_ptr(), data + entry.begin, entry.end - entry.begin);
        file.tensors[entry.name] = tensor;
    }
    return file;
}

Bytes encode(const TensorFile& file) {
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    for (const auto& [name, tensor] : file.tensors)
        tensors.emplace_back(name, tensor.detach().to(torch::kCPU).contiguous());
    // Wide elements first: each tensor is then aligned to its element size.
    std::stable_sort(tensors.begin(), tensors.end(),
                     [](const auto& a, const auto& b) { return a.second.element_size() > b.second.element_size(); });

    json header = json::object();
    if (!file.metadata.empty()) header["__metadata__"] = file.metadata;
    std::uint64_t position = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::uint64_t end = position + tensor.nbytes();
        header[name] = {{"dtype", typeName(name, tensor.scalar_type())},
                        {"shape", tensor.sizes().vec()},
                        {"data_offsets", {position, end}}};
        position = end;
    }
    auto text = header.dump(-1, ' ', false, json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');

    const std::uint64_t headerSize = text.size();
    Bytes bytes(8 + headerSize + position);
    std::memcpy(bytes.data(), &headerSize, 8);
    std::memcpy(bytes.data() + 8, text.data(), headerSize);
    auto* out = bytes.data() + 8 + headerSize;
    for (const auto& [name, tensor] : tensors) {
        if (tensor.nbytes() > 0) std::memcpy(out, tensor.data_ptr(), tensor.nbytes());
        out += tensor.nbytes();
    }
    return bytes;
}

}  // namespace protolabel::fewshot
