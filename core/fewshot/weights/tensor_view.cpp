#include "core/fewshot/weights/tensor_view.h"

#include <algorithm>
#include <bit>

#include "core/base/float16.h"

namespace protolabel::fewshot::weights {

namespace {

constexpr std::size_t kMaxDimensions = 8;
constexpr std::int64_t kMaxExpanded =
    1 << 24;  ///< elements of a tensor that repeats some, more than any weight of a ResNet

template <class Bits>
Bits load(const std::uint8_t* from, ByteOrder order) {
    Bits bits = 0;
    for (std::size_t i = 0; i < sizeof(Bits); ++i) {
        const auto byte = from[order == ByteOrder::Little ? sizeof(Bits) - 1 - i : i];
        bits = static_cast<Bits>(bits << 8 | byte);
    }
    return bits;
}

/// Calls `each(address)` for every element in row-major order.
template <class Each>
void eachElement(const TensorView& view, Each each) {
    const auto size = sizeOf(view.type);
    const auto count = view.count();
    const auto dimensions = view.shape.size();
    std::vector<std::int64_t> index(dimensions, 0);
    std::int64_t element = view.offset;
    for (std::int64_t n = 0; n < count; ++n) {
        each(view.storage.data() + static_cast<std::size_t>(element) * size);
        for (std::size_t d = dimensions; d-- > 0;) {
            if (view.shape[d] == 1) continue;  // whose stride means nothing
            element += view.strides[d];
            if (++index[d] < view.shape[d]) break;
            element -= view.strides[d] * view.shape[d];
            index[d] = 0;
        }
    }
}

}  // namespace

std::size_t sizeOf(ElementType type) {
    switch (type) {
        case ElementType::Float64:
        case ElementType::Int64: return 8;
        case ElementType::Float32:
        case ElementType::Int32: return 4;
        case ElementType::Float16:
        case ElementType::BFloat16:
        case ElementType::Int16: return 2;
        case ElementType::Int8:
        case ElementType::UInt8:
        case ElementType::Bool: break;
    }
    return 1;
}

bool isFloating(ElementType type) {
    return type == ElementType::Float64 || type == ElementType::Float32 || type == ElementType::Float16 ||
           type == ElementType::BFloat16;
}

std::int64_t TensorView::count() const {
    // Beside a zero the other sizes may be anything.
    if (std::find(shape.begin(), shape.end(), 0) != shape.end()) return 0;
    std::int64_t count = 1;
    for (const auto size : shape) count *= size;
    return count;
}

void TensorView::copyTo(float* out) const {
    const auto write = [&](auto value) {
        eachElement(*this, [&](const std::uint8_t* p) { *out++ = static_cast<float>(value(p)); });
    };
    switch (type) {
        case ElementType::Float64:
            return write([&](auto p) { return std::bit_cast<double>(load<std::uint64_t>(p, order)); });
        case ElementType::Float16: return write([&](auto p) { return toFloat(Half{load<std::uint16_t>(p, order)}); });
        case ElementType::BFloat16:
            return write(
                [&](auto p) { return std::bit_cast<float>(std::uint32_t{load<std::uint16_t>(p, order)} << 16); });
        default: return write([&](auto p) { return std::bit_cast<float>(load<std::uint32_t>(p, order)); });
    }
}

void TensorView::copyTo(std::int64_t* out) const {
    eachElement(*this,
                [&](const std::uint8_t* p) { *out++ = static_cast<std::int64_t>(load<std::uint64_t>(p, order)); });
}

void checkInside(const TensorView& view, const std::string& name, std::size_t fileOffset) {
    const auto fail = [&](const char* what) { damaged("tensor " + name + ' ' + what, fileOffset); };
    const auto elements = static_cast<std::int64_t>(view.storage.size() / sizeOf(view.type));
    if (view.shape.size() > kMaxDimensions || view.shape.size() != view.strides.size())
        fail("has no sound list of dimensions");
    bool expanded = false;
    for (std::size_t d = 0; d < std::min(view.shape.size(), view.strides.size()); ++d)
        expanded = expanded || (view.strides[d] == 0 && view.shape[d] > 1);
    const auto most = expanded ? std::max(elements, kMaxExpanded) : elements;
    // Each factor and term is compared before it is used, so that nothing overflows.
    std::int64_t count = 1, last = view.offset;
    const bool empty = std::find(view.shape.begin(), view.shape.end(), 0) != view.shape.end();
    if (view.offset < 0 || view.offset > elements) fail("begins outside its storage");
    for (std::size_t d = 0; d < view.shape.size(); ++d) {
        const auto size = view.shape[d], stride = view.strides[d];
        if (size < 0 || stride < 0) fail("has a negative size");
        if (empty || size == 1) continue;
        if (size > most / count) fail("has more elements than its storage");
        count *= size;
        if (stride > 0 && size - 1 > (elements - 1 - last) / stride) fail("reaches beyond its storage");
        last += stride * (size - 1);
    }
    if (!empty && last >= elements) fail("reaches beyond its storage");
}

}  // namespace protolabel::fewshot::weights
