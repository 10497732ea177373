#include "core/project/operations.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

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
    if (state == ReviewState::Accepted || state == ReviewState::Confirmed || store.proposal(volume, slice, label))
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

std::map<LabelId, DrawOutcome> drawLabels(ProjectWriter& writer, const ProjectStore& store, const VolumeRecord& volume,
                                          int slice, const labels::LabelSlice& wanted, const std::set<LabelId>& whole,
                                          Others others) {
    auto annotation = store.annotation(volume.id, slice).value_or(labels::LabelSlice(wanted.width, wanted.height));
    if (annotation.width != wanted.width || annotation.height != wanted.height)
        throw Error(
            "mask.size",
            "a mask of {0} x {1} does not fit the slices of {2}, which are {3} x {4}; resample it onto the volume",
            {std::to_string(wanted.width), std::to_string(wanted.height), volume.name, std::to_string(annotation.width),
             std::to_string(annotation.height)});
    constexpr std::size_t kIds = 65536;
    std::vector<bool> drawn(kIds), erased(kIds), kept(kIds), changed(kIds);
    for (const auto pixel : wanted.pixels) drawn[pixel] = true;
    for (const auto label : whole) {
        if (label.value < 1 || label.value >= static_cast<std::int64_t>(kIds))
            throw Error("label.unknown", "the project has no label {0}; add it first", {std::to_string(label.value)});
        erased[static_cast<std::size_t>(label.value)] = true;
    }
    std::vector<DrawOutcome> counts(kIds);
    for (const auto& known : store.labels()) {
        const auto id = static_cast<std::size_t>(known.id.value);
        if (known.locked && (drawn[id] || erased[id]))
            throw Error("label.locked", "{0} is locked; unlock it to draw it", {known.name});
        kept[id] = !erased[id] && (known.locked || others == Others::Keep);
    }

    for (std::size_t i = 0; i < wanted.pixels.size(); ++i) {
        auto& pixel = annotation.pixels[i];
        const auto want = wanted.pixels[i];
        if (want != 0 && pixel != want && kept[pixel]) {
            ++counts[want].conflicts;
            continue;
        }
        counts[want].drawn += want != 0;
        if (pixel == want || (want == 0 && !erased[pixel])) continue;
        changed[pixel] = changed[want] = true;
        pixel = want;
    }
    std::map<LabelId, DrawOutcome> outcome;
    for (std::size_t id = 1; id < kIds; ++id)
        if (drawn[id] || erased[id]) outcome[LabelId{static_cast<std::int64_t>(id)}] = counts[id];

    auto source = store.annotationSource(volume.id, slice);
    for (const auto& [label, count] : outcome) source.drawn = source.drawn || count.drawn > 0;
    writer.putAnnotation(volume.id, slice, annotation, source);
    for (const auto& [label, count] : outcome)
        if (changed[static_cast<std::size_t>(label.value)]) markCorrected(writer, store, volume.id, slice, label);
    return outcome;
}

void storeEditedPixels(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int axis,
                       const std::map<int, std::vector<labels::PlaneRun>>& pixels, const labels::LabelVolume& edited) {
    std::vector<int> slices;
    std::vector<const std::vector<labels::PlaneRun>*> runs;
    for (const auto& [slice, ofSlice] : pixels) {
        slices.push_back(slice);
        runs.push_back(&ofSlice);
    }
    const labels::Plane any{axis, 0};
    const int width = edited.grid().size[any.xAxis()], height = edited.grid().size[any.yAxis()];
    std::vector<labels::LabelChange> changes(slices.size());
    writer.editAnnotation(volume, slices, [&](std::size_t n, const auto& stored, AnnotationSource& source) {
        if (stored.width != width || stored.height != height)
            throw Error("mask.size", "a slice of {0} x {1} pixels does not fit the volume's {2} x {3}; resample it",
                        {std::to_string(width), std::to_string(height), std::to_string(stored.width),
                         std::to_string(stored.height)});
        auto result = labels::withPixels(stored, *runs[n], {axis, slices[n]}, edited, changes[n]);
        source.drawn = source.drawn || !changes[n].gained.empty();
        return result;
    });
    for (std::size_t n = 0; n < slices.size(); ++n) {
        changes[n].gained.merge(changes[n].lost);
        for (const auto label : changes[n].gained) markCorrected(writer, store, volume, slices[n], LabelId{label});
    }
}

DrawOutcome drawSlice(ProjectWriter& writer, const ProjectStore& store, const VolumeRecord& volume, int slice,
                      LabelId label, const labels::Mask& mask, Others others) {
    labels::LabelSlice wanted(mask.width, mask.height);
    for (std::size_t i = 0; i < mask.pixels.size(); ++i)
        if (mask.pixels[i] != 0) wanted.pixels[i] = static_cast<std::uint16_t>(label.value);
    return drawLabels(writer, store, volume, slice, wanted, {label}, others)[label];
}

}  // namespace protolabel::project
