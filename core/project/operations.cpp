#include "core/project/operations.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/base/error.h"
#include "core/project/closest_names.h"

namespace protolabel::project {

namespace {

std::optional<LabelId> idFrom(const std::string& text) {
    LabelId id;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, id.value);
    return parsed.ec == std::errc() && parsed.ptr == end ? std::optional(id) : std::nullopt;
}

/// A drawn correction of the model's work is worth knowing; a flag is the user's own mark and stays.
void markCorrected(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice, LabelId label) {
    const ReviewState state = store.reviewState(volume, slice);
    if (state == ReviewState::Flagged || state == ReviewState::Corrected) return;
    if (state == ReviewState::Accepted || store.proposal(volume, slice, label))
        writer.putReviewState(volume, slice, ReviewState::Corrected);
}

}  // namespace

VolumeRecord findVolume(const ProjectStore& store, const std::string& name) {
    std::vector<std::string> names;
    for (auto& volume : store.volumes()) {
        if (volume.name == name) return volume;
        names.push_back(volume.name);
    }
    if (names.empty())
        throw Error("volume.unknown", "the project has no volume \"{0}\", nor any other; import images first", {name});
    throw Error("volume.unknown", "the project has no volume \"{0}\"{1}",
                {name, suggestion(closestNames(name, names))});
}

labels::Label findLabel(const ProjectStore& store, const std::string& nameOrId) {
    const auto all = store.labels();
    std::vector<std::string> names;
    for (const auto& label : all) {
        if (label.name == nameOrId) return label;
        names.push_back(label.name);
    }
    if (const auto id = idFrom(nameOrId))
        for (const auto& label : all)
            if (label.id == *id) return label;
    if (names.empty())
        throw Error("label.unknown", "the project has no label \"{0}\", nor any other; add labels first", {nameOrId});
    throw Error("label.unknown", "the project has no label \"{0}\"{1}",
                {nameOrId, suggestion(closestNames(nameOrId, names))});
}

DrawOutcome drawSlice(ProjectWriter& writer, const ProjectStore& store, const VolumeRecord& volume, int slice,
                      LabelId label, const labels::Mask& mask, Others others) {
    std::set<std::uint16_t> kept;  // labels that stay where the mask covers them
    for (const auto& known : store.labels()) {
        if (known.id == label && known.locked)
            throw Error("label.locked", "{0} is locked; unlock it to draw it", {known.name});
        if (known.id != label && (known.locked || others == Others::Keep))
            kept.insert(static_cast<std::uint16_t>(known.id.value));
    }

    auto annotation = store.annotation(volume.id, slice).value_or(labels::LabelSlice(mask.width, mask.height));
    if (annotation.width != mask.width || annotation.height != mask.height)
        throw Error(
            "mask.size",
            "a mask of {0} x {1} does not fit the slices of {2}, which are {3} x {4}; resample it onto the volume",
            {std::to_string(mask.width), std::to_string(mask.height), volume.name, std::to_string(annotation.width),
             std::to_string(annotation.height)});
    const auto value = static_cast<std::uint16_t>(label.value);
    DrawOutcome outcome;
    bool changed = false;
    for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
        auto& pixel = annotation.pixels[i];
        const bool wanted = mask.pixels[i] != 0;
        if (wanted && pixel != value && kept.count(pixel) > 0) {
            ++outcome.conflicts;
            continue;
        }
        outcome.drawn += wanted;
        if (wanted == (pixel == value)) continue;
        if (!wanted && pixel != value) continue;
        pixel = wanted ? value : 0;
        changed = true;
    }
    auto source = store.annotationSource(volume.id, slice);
    source.drawn = source.drawn || outcome.drawn > 0;
    writer.putAnnotation(volume.id, slice, annotation, source);
    if (changed) markCorrected(writer, store, volume.id, slice, label);
    return outcome;
}

bool storeEditedPixels(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, const labels::Plane& slice,
                       const std::vector<labels::PlaneRun>& pixels, const labels::LabelVolume& edited) {
    const auto& size = edited.grid().size;
    const int width = size[slice.xAxis()], height = size[slice.yAxis()];
    auto annotation = store.annotation(volume, slice.slice).value_or(labels::LabelSlice(width, height));
    if (annotation.width != width || annotation.height != height)
        throw Error("mask.size", "a slice of {0} x {1} pixels does not fit the volume's {2} x {3}; resample it",
                    {std::to_string(width), std::to_string(height), std::to_string(annotation.width),
                     std::to_string(annotation.height)});
    std::set<std::uint16_t> changed;
    bool gained = false;
    for (const auto& run : pixels)
        for (int x = run.begin; x < run.end; ++x) {
            auto& pixel = annotation.at(x, run.y);
            const auto now = edited.at(slice.voxel(x, run.y));
            if (pixel == now) continue;
            if (pixel != 0) changed.insert(pixel);
            if (now != 0) changed.insert(now), gained = true;
            pixel = now;
        }
    if (changed.empty()) return false;
    auto source = store.annotationSource(volume, slice.slice);
    source.drawn = source.drawn || gained;
    writer.putAnnotation(volume, slice.slice, annotation, source);
    for (const auto label : changed) markCorrected(writer, store, volume, slice.slice, LabelId{label});
    return true;
}

}  // namespace protolabel::project
