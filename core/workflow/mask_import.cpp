#include "core/workflow/mask_import.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/imaging/volume_reader.h"
#include "core/project/operations.h"
#include "core/project/provenance.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

/// Turns the mapping's targets into labels of the project, within the edit; new ones are made.
class Targets {
public:
    Targets(project::ProjectWriter& writer, const project::ProjectStore& store, const MaskMapping& mapping,
            const std::vector<int>& values)
        : writer_(writer), labels_(store.labels()) {
        for (const auto& [value, target] : mapping)
            if (std::binary_search(values.begin(), values.end(), value))
                labelOf_[static_cast<std::uint16_t>(value)] = std::holds_alternative<LabelId>(target)
                                                                  ? known(std::get<LabelId>(target))
                                                                  : named(value, std::get<std::string>(target));
    }

    /// The label per value.
    const std::map<std::uint16_t, labels::Label>& all() const { return labelOf_; }

private:
    labels::Label known(LabelId id) const {
        for (const auto& label : labels_)
            if (label.id == id) return label;
        throw Error("label.unknown", "the project has no label {0}; add it first", {std::to_string(id.value)});
    }
    bool taken(std::int64_t id) const {
        return std::any_of(labels_.begin(), labels_.end(), [&](const auto& label) { return label.id.value == id; });
    }
    labels::Label named(int value, const std::string& name) {
        for (const auto& label : labels_)
            if (label.name == name) return label;
        if (!labels::isLabelName(name))
            throw Error("label.name", "a new label for the value {0} needs a name; give it one",
                        {std::to_string(value)});
        std::int64_t id = value;  // the mask's own number where it is free
        if (taken(id))
            for (id = 1; taken(id);) ++id;
        const labels::Label label{LabelId{id}, name, labels::defaultColor(static_cast<int>(labels_.size())), false,
                                  true};
        writer_.putLabel(label);
        labels_.push_back(label);
        return label;
    }

    project::ProjectWriter& writer_;
    std::vector<labels::Label> labels_;
    std::map<std::uint16_t, labels::Label> labelOf_;
};

/// The slice with labels for values; empty where nothing is mapped.
labels::LabelSlice mapped(labels::LabelSlice slice, const std::map<std::uint16_t, labels::Label>& labels) {
    bool any = false;
    for (auto& pixel : slice.pixels) {
        if (pixel == 0) continue;
        const auto found = labels.find(pixel);
        pixel = found == labels.end() ? 0 : static_cast<std::uint16_t>(found->second.id.value);
        any = any || pixel != 0;
    }
    return any ? slice : labels::LabelSlice();
}

}  // namespace

MaskContents inspectMask(const project::ProjectStore& store, const std::string& name,
                         const std::filesystem::path& mask) {
    const auto volume = project::findVolume(store, name);
    const auto map = imaging::readLabelMap(mask);
    MaskContents contents;
    contents.gridDifference = imaging::describeDifference(volume.geometry, map.geometry);
    contents.sameSize = volume.geometry.size == map.geometry.size;
    std::vector<std::int64_t> counts(65536);
    for (const auto voxel : map.voxels) ++counts[voxel];
    const auto labels = store.labels();
    for (int value = 1; value < 65536; ++value) {
        if (counts[static_cast<std::size_t>(value)] == 0) continue;
        MaskContents::Value entry{value, counts[static_cast<std::size_t>(value)], {}};
        for (const auto& label : labels)
            if (label.id.value == value) entry.label = label.id;
        contents.values.push_back(entry);
    }
    return contents;
}

MaskImportOutcome importMask(project::ProjectStore& store, const MaskImportOptions& options, JobControl& control) {
    const auto volume = project::findVolume(store, options.volume);
    const auto map = readMaskFor(volume, options.mask, options.grid);
    const auto values = valuesOf(map);
    if (std::none_of(values.begin(), values.end(), [&](int value) { return options.mapping.count(value) != 0; }))
        throw Error("mask.value", "{0} has nothing of what is to be imported; its values are: {1}",
                    {options.mask.string(), joinValues(values)});

    MaskImportOutcome outcome;
    std::map<LabelId, MaskImportOutcome::Entry> drawn;
    project::EditInfo info;
    info.tool = "import mask";
    info.name = "import mask " + options.mask.filename().string() + " into " + volume.name;
    info.details = project::subjectDetails(volume.id, {});
    store.transact(info, [&](project::ProjectWriter& writer) {
        const Targets targets(writer, store, options.mapping, values);
        for (const auto& [value, label] : targets.all()) {
            if (label.locked) throw Error("label.locked", "{0} is locked; unlock it to draw it", {label.name});
            drawn[label.id] = {label.id, label.name, 0, 0};
        }
        for (int slice = 0; slice < layoutOf(volume).slices; ++slice) {
            control.check();
            const auto wanted = mapped(imaging::slice(map, volume.sliceAxis, slice), targets.all());
            if (wanted.pixels.empty()) continue;
            ++outcome.slices;
            for (const auto& [label, count] :
                 project::drawLabels(writer, store, volume, slice, wanted, {},
                                     options.replaceOthers ? project::Others::Replace : project::Others::Keep)) {
                drawn[label].voxels += count.drawn;
                drawn[label].conflicts += count.conflicts;
            }
        }
    });
    for (auto& [label, entry] : drawn) outcome.labels.push_back(std::move(entry));
    return outcome;
}

}  // namespace protolabel::workflow
