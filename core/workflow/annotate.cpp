#include "core/workflow/annotate.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/project/operations.h"
#include "core/project/provenance.h"
#include "core/workflow/mask_file.h"
#include "core/workflow/selection.h"
#include "core/workflow/volume_marks.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

int chooseValue(const std::vector<int>& values, const AnnotateOptions& options, const labels::Label& label) {
    const auto file = options.mask.string();
    const auto has = [&](std::int64_t value) { return std::find(values.begin(), values.end(), value) != values.end(); };
    if (values.empty())
        throw Error("mask.value", "{0} is empty: no voxel differs from 0; give a mask that shows {1}",
                    {file, label.name});
    if (options.value) {
        if (!has(*options.value))
            throw Error("mask.value", "{0} has no voxel of value {1}; it has {2}: choose one with --value",
                        {file, std::to_string(*options.value), joinValues(values)});
        return *options.value;
    }
    if (has(label.id.value)) return static_cast<int>(label.id.value);
    if (values.size() == 1) return values.front();
    throw Error("mask.value", "{0} has the values {1} but not {2}, the id of {3}; choose one with --value",
                {file, joinValues(values), std::to_string(label.id.value), label.name});
}

}  // namespace

AnnotateOutcome annotate(project::ProjectStore& store, const AnnotateOptions& options, JobControl& control) {
    const auto volume = project::findVolume(store, options.volume);
    const auto label = project::findLabel(store, options.label);
    const auto layout = layoutOf(volume);
    std::set<int> wanted;
    if (options.slices != "all") wanted = parseSlices(options.slices, layout.slices);

    const auto map = readMaskFor(volume, options.mask, options.resample ? OtherGrid::Resample : OtherGrid::Refuse);
    AnnotateOutcome outcome;
    outcome.value = chooseValue(valuesOf(map), options, label);

    std::set<int> shown;  // before; a mask that shows the whole object clears them where it is empty
    if (options.complete)
        for (const int slice : store.slicesShowing(volume.id, label.id)) shown.insert(slice);
    std::vector<std::pair<int, labels::Mask>> masks;
    for (int slice = 0; slice < layout.slices; ++slice) {
        if (!wanted.empty() && wanted.count(slice) == 0) continue;
        auto mask =
            labels::maskOf(imaging::slice(map, volume.sliceAxis, slice), static_cast<std::uint16_t>(outcome.value));
        if (wanted.empty() && labels::countNonZero(mask) == 0 && shown.count(slice) == 0) continue;
        masks.emplace_back(slice, std::move(mask));
        control.check();
    }
    const auto shows = [](const auto& entry) { return labels::countNonZero(entry.second) > 0; };
    if (options.support && std::none_of(masks.begin(), masks.end(), shows))
        throw Error("annotate.support",
                    "{0} shows nothing of {1} on the slices {2}, and a support must show it; choose other slices, or "
                    "leave out --support",
                    {options.mask.string(), label.name, options.slices});
    project::EditInfo info;
    info.name = "annotate " + label.name + " on " + std::to_string(masks.size()) +
                (masks.size() == 1 ? " slice of " : " slices of ") + volume.name;
    info.tool = "annotate";
    info.details = project::subjectDetails(volume.id, label.id);
    store.transact(info, [&](project::ProjectWriter& writer) {
        for (const auto& [slice, mask] : masks) {
            control.check();
            const auto drawn =
                project::drawSlice(writer, store, volume, slice, label.id, mask,
                                   options.replaceOthers ? project::Others::Replace : project::Others::Keep);
            outcome.slices.push_back(slice);
            outcome.voxels += drawn.drawn;
            outcome.conflicts += drawn.conflicts;
            if (!options.support || drawn.drawn == 0) continue;
            project::Support support;
            support.volume = volume.id;
            support.slice = slice;
            support.label = label.id;
            writer.putSupport(support);
            outcome.supports.push_back(slice);
        }
        if (options.complete) markComplete(writer, volume.id, label.id);
    });
    return outcome;
}

}  // namespace protolabel::workflow
