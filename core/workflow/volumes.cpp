#include "core/workflow/volumes.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <type_traits>

#include "core/base/error.h"
#include "core/imaging/volume_reader.h"

namespace protolabel::workflow {

static constexpr std::size_t kFewValues = 16;     // no scan has so few
static constexpr double kEqualNeighbours = 0.75;  // of supervoxels as wide as 4 voxels

/// How many of the neighbours along rows are equal, from 0 to 1, the smallest value (background, padding) left out: nearly all in
/// supervoxels and other label maps of many labels, few in a scan with its noise.
template <class Voxel>
static double equalNeighbours(const Voxel* data, std::size_t n) {
    const Voxel background = *std::min_element(data, data + n);
    std::size_t pairs = 0, equal = 0;
    for (std::size_t i = 1; i < n; ++i) {
        if (data[i - 1] == background || data[i] == background) continue;
        ++pairs;
        equal += data[i - 1] == data[i] ? 1 : 0;
    }
    return pairs > 0 ? static_cast<double>(equal) / static_cast<double>(pairs) : 0;
}

static constexpr const char* kConstantNote = "all voxels have the same value; there is nothing to see";
static constexpr const char* kNoNumbersNote = "no voxel is a finite number; there is nothing to see";

/// Non-finite values left out; of many values only the first few.
static std::pair<Content, std::size_t> contentOf(const imaging::Volume& volume) {
    return volume.visit([](const auto* data, std::size_t n) -> std::pair<Content, std::size_t> {
        using Voxel = std::remove_cvref_t<decltype(*data)>;
        std::set<Voxel> values;
        for (std::size_t i = 0; i < n && values.size() <= kFewValues; ++i)
            if (!std::is_floating_point_v<Voxel> || std::isfinite(static_cast<double>(data[i]))) values.insert(data[i]);
        if (values.size() <= 1) return {Content::Constant, values.size()};
        if (std::is_integral_v<Voxel> && values.size() <= kFewValues && *values.begin() == 0)
            return {Content::LabelMap, values.size()};
        if (std::is_integral_v<Voxel> && sizeof(Voxel) > 1 && values.count(0) != 0 &&
            equalNeighbours(data, n) > kEqualNeighbours)
            return {Content::LabelMap, values.size()};
        return {Content::Picture, values.size()};
    });
}

project::VolumeRecord describeVolume(const imaging::VolumeSource& source, Content* content) {
    const auto volume = imaging::readVolume(source);
    project::VolumeRecord record;
    record.name = source.name;
    record.source = source;
    record.contentHash = imaging::contentHash(source);
    record.geometry = volume.geometry;
    record.type = volume.type;
    record.modality = volume.modality;
    record.sliceAxis = imaging::sliceAxis(volume.geometry);
    record.notes = volume.notes;
    const auto [kind, values] = contentOf(volume);
    if (kind == Content::Constant) record.notes.push_back(values == 0 ? kNoNumbersNote : kConstantNote);
    if (kind == Content::LabelMap)
        record.notes.push_back((values > kFewValues ? "its voxels are equal in patches: it"
                                                    : "it has only " + std::to_string(values) + " values and") +
                               " looks like a label map; a mask of another image is better imported as a mask");
    if (content != nullptr) *content = kind;
    return record;
}

std::vector<std::string> emptyImageNotes(const std::vector<project::VolumeRecord>& records) {
    std::vector<std::string> notes;
    for (const auto& record : records)
        for (const auto& note : record.notes)
            if (note == kConstantNote || note == kNoNumbersNote) notes.push_back(record.name + ": " + note);
    return notes;
}

imaging::SliceLayout layoutOf(const project::VolumeRecord& record) {
    return imaging::sliceLayout(record.geometry, record.sliceAxis);
}

double relativePosition(int slice, int slices) {
    return slices > 1 ? static_cast<double>(slice) / (slices - 1) : 0;
}

bool isPresent(const project::VolumeRecord& record) {
    std::error_code ignored;
    return std::filesystem::exists(record.source.path, ignored);
}

void requirePresent(const std::vector<project::VolumeRecord>& records) {
    for (const auto& record : records)
        if (!isPresent(record))
            throw Error("volume.missing",
                        "the image of {0} is no longer at {1}; put it back there, or relink it: find missing files",
                        {record.name, record.source.path.string()});
}

imaging::Volume loadVolume(const project::VolumeRecord& record) {
    requirePresent({record});
    auto volume = imaging::readVolume(record.source);
    const auto difference = imaging::describeDifference(record.geometry, volume.geometry);
    if (!difference.empty())
        throw Error("volume.changed",
                    "the image of {0} is not the one that was imported ({1}); put the original back, or import this "
                    "one under another name",
                    {record.name, difference});
    return volume;
}

}  // namespace protolabel::workflow
