#include "core/engine/data_pack.h"

#include <algorithm>
#include <exception>
#include <thread>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/packed_slices.h"
#include "core/base/parallel.h"
#include "core/base/sha256.h"

namespace protolabel::engine {

namespace {

using nlohmann::json;

const std::string kMagic = "PLPACK1\n";
constexpr std::size_t kDigest = 64;
constexpr int kMostSide = 4096;
constexpr std::int64_t kMostVoxels = std::int64_t{1} << 28;  // of one volume

[[noreturn]] void damaged(const std::string& what) {
    throw Error("pack.damaged",
                "the data pack is damaged ({0}); copy it again or make it anew with protolabel-cli pack", {what});
}

int threads() {
    return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

template <class T>
json toJson(const SliceStack<T>& stack) {
    return {{"slices", stack.slices},
            {"height", stack.height},
            {"width", stack.width},
            {"pixelSpacing", stack.pixelSpacing},
            {"sliceSpacing", stack.sliceSpacing},
            {"voxels", json::binary(packVoxels(stack))}};
}

template <class T>
void fromJson(const json& object, SliceStack<T>& stack) {
    stack.slices = object.at("slices").get<int>();
    stack.height = object.at("height").get<int>();
    stack.width = object.at("width").get<int>();
    stack.pixelSpacing = object.at("pixelSpacing").get<double>();
    stack.sliceSpacing = object.at("sliceSpacing").get<double>();
    for (const int side : {stack.slices, stack.height, stack.width})
        if (side < 1 || side > kMostSide) damaged("impossible sizes");
    if (std::int64_t{stack.slices} * stack.height * stack.width > kMostVoxels) damaged("impossible sizes");
    if (!(stack.pixelSpacing > 0) || !(stack.sliceSpacing > 0)) damaged("impossible spacing");
    unpackVoxels(object.at("voxels").get_binary(), stack);
}

json toJson(const PackedVolume& volume) {
    return {{"name", volume.name},
            {"image", toJson(volume.image)},
            {"labels", toJson(volume.labels)},
            {"supervoxels", toJson(volume.supervoxels)}};
}

void fromJson(const json& object, PackedVolume& volume) {
    volume.name = object.at("name").get<std::string>();
    fromJson(object.at("image"), volume.image);
    fromJson(object.at("labels"), volume.labels);
    fromJson(object.at("supervoxels"), volume.supervoxels);
    const auto sameGrid = [&](const SliceStack<std::int32_t>& stack) {
        return stack.slices == volume.image.slices && stack.height == volume.image.height &&
               stack.width == volume.image.width;
    };
    if (!sameGrid(volume.labels) || !sameGrid(volume.supervoxels)) damaged("sizes that differ in " + volume.name);
}

}  // namespace

Bytes encodePack(const std::vector<PackedVolume>& volumes) {
    std::vector<json> parts(volumes.size());
    parallelFor(volumes.size(), threads(), [&](std::size_t i) { parts[i] = toJson(volumes[i]); });
    Bytes bytes(kMagic.begin(), kMagic.end());
    json::to_cbor(json{{"volumes", std::move(parts)}}, bytes);
    const auto digest = sha256Hex(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.end());
    return bytes;
}

std::vector<PackedVolume> decodePack(const Bytes& bytes) {
    if (bytes.size() < kMagic.size() || !std::equal(kMagic.begin(), kMagic.end(), bytes.begin()))
        throw Error("pack.format",
                    "this is no data pack of this version; make one with protolabel-cli pack of the same version", {});
    if (bytes.size() < kMagic.size() + kDigest) damaged("cut short");
    Bytes content(bytes.begin(), bytes.end() - kDigest);
    if (sha256Hex(content) != std::string(bytes.end() - kDigest, bytes.end())) damaged("its checksum does not fit");
    try {
        const json object =
            json::from_cbor(content.begin() + static_cast<std::ptrdiff_t>(kMagic.size()), content.end());
        const auto& parts = object.at("volumes");
        std::vector<PackedVolume> volumes(parts.size());
        std::vector<std::exception_ptr> failures(parts.size());
        parallelFor(parts.size(), threads(), [&](std::size_t i) {
            try {
                fromJson(parts.at(i), volumes[i]);
            } catch (...) {
                failures[i] = std::current_exception();
            }
        });
        for (const auto& failure : failures)
            if (failure) std::rethrow_exception(failure);
        return volumes;
    } catch (const json::exception&) {
        damaged("its content is not as it should be");
    }
}

}  // namespace protolabel::engine
