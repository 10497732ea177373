#include "core/workflow/one_shot.h"

#include <algorithm>
#include <memory>
#include <set>

#include "core/base/error.h"
#include "core/engine/method_options.h"
#include "core/imaging/label_map.h"
#include "core/imaging/volume_reader.h"
#include "core/workflow/blob_shelf.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/files.h"
#include "core/workflow/foreign_supports.h"
#include "core/workflow/mask_file.h"
#include "core/workflow/model_library.h"
#include "core/workflow/model_source.h"
#include "core/workflow/network_inputs.h"
#include "core/workflow/segmenter.h"
#include "core/workflow/selection.h"
#include "core/workflow/snapping.h"
#include "core/workflow/stage.h"
#include "core/workflow/tuning.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace fs = std::filesystem;

namespace {

using project::VolumeRecord;

/// Records of the given images, numbered from `firstId` so that the engine's rules can tell them apart; names are made unique.
std::vector<VolumeRecord> describeAll(const std::vector<fs::path>& paths, std::int64_t firstId, JobControl& control) {
    std::vector<VolumeRecord> records;
    std::set<std::string> names;
    for (const auto& path : paths)
        for (auto& source : imaging::findVolumes(path, false)) {
            control.check();
            auto record = describeVolume(source);
            record.id = VolumeId{firstId + static_cast<std::int64_t>(records.size())};
            while (!names.insert(record.name).second) record.name += "_2";
            records.push_back(std::move(record));
        }
    return records;
}

/// Support slices of one image.
void addExamples(const VolumeRecord& support, const std::string& image, const SegmentOptions& options,
                 const fs::path& maskFile, std::vector<Example>& examples) {
    const auto map = readMaskFor(support, maskFile, options.resample ? OtherGrid::Resample : OtherGrid::Refuse);
    const auto present = valuesOf(map);
    const auto& wanted = options.values.empty() ? present : options.values;
    const int slices = layoutOf(support).slices;
    std::set<int> listed;
    if (options.slices != "all") listed = parseSlices(options.slices, slices);
    const auto before = examples.size();
    for (const int value : wanted) {
        if (std::find(present.begin(), present.end(), value) == present.end())
            throw Error("mask.value", "{0} has no voxel of value {1}; it has {2}: choose one with --value",
                        {maskFile.string(), std::to_string(value), present.empty() ? "none" : joinValues(present)});
        for (int slice = 0; slice < slices; ++slice) {
            if (!listed.empty() && listed.count(slice) == 0) continue;
            const auto mask =
                labels::maskOf(imaging::slice(map, support.sliceAxis, slice), static_cast<std::uint16_t>(value));
            if (labels::countNonZero(mask) > 0) examples.push_back(makeExample(support, image, slice, value, mask));
        }
    }
    if (examples.size() == before)
        throw Error("mask.value", "{0} shows nothing on the slices {1}; choose slices that show the object",
                    {maskFile.string(), options.slices});
}

std::string trainOn(engine::Engine& engine, BlobShelf& shelf, const std::vector<VolumeRecord>& records,
                    const SegmentOptions& options, JobControl& control) {
    engine::TrainRequest request;
    const auto plan = planTraining(engine, options.training, shelf, control);
    engine::checkOptions(plan.spec.method, options.changes.applyTo(plan.spec.options));
    request.spec = plan.spec;
    request.initial = plan.initial;
    request.iterations = options.training.iterations;
    request.seconds = options.training.seconds.value_or(kOneShotSeconds);
    request.seed = options.training.seed.value_or(0);
    request.device = options.training.device;
    request.checkpointSeconds = 0;
    request.volumes = trainVolumes(engine, shelf, records, options.training.minimumSize, {}, control);
    auto model = std::make_shared<Bytes>();
    engine.train(
        request, shelf.source(), control, [](std::int64_t, const Bytes&) {}, *model);
    return shelf.add([model] { return *model; });
}

/// The model of `weights`, or the embedded one; `notes` tells of an untrained head.
std::string addFinishedModel(engine::Engine& engine, BlobShelf& shelf, const SegmentOptions& options,
                             JobControl& control, std::vector<std::string>& notes) {
    const auto weights = options.weights.empty() ? fs::path(kEmbeddedModel) : options.weights;
    const auto method = options.training.method.value_or("");
    refuseTraining(options.training, weights);
    auto hash = addModelFile(engine, shelf, weights, method, control).hash;
    const auto inspected = engine.inspect({hash}, shelf.source(), control);
    requireMethod(inspected, weights, method);
    if (const auto note = untrainedNote(inspected.provenance, weights); !note.empty()) notes.push_back(note);
    return hash;
}

/// The predicted labels of one volume as one map; the worker's labels do not overlap.
imaging::LabelMap toMap(const VolumeRecord& volume, std::map<int, PredictedLabel>& predicted, bool largest) {
    imaging::LabelMap map;
    map.geometry = volume.geometry;
    map.voxels.resize(static_cast<std::size_t>(volume.geometry.voxelCount()));
    for (auto& [label, result] : predicted) {
        if (largest) labels::keepLargestComponent(result.masks);
        for (const auto& [index, mask] : result.masks) {
            auto slice = imaging::slice(map, volume.sliceAxis, index);
            for (std::size_t p = 0; p < slice.pixels.size(); ++p)
                if (mask.pixels[p] != 0) slice.pixels[p] = static_cast<std::uint16_t>(label);
            imaging::setSlice(map, volume.sliceAxis, index, slice);
        }
    }
    return map;
}

}  // namespace

SegmentOutcome segment(engine::Engine& engine, const SegmentOptions& options, JobControl& control) {
    if (options.supportImages.size() != options.supportMasks.size())
        throw Error("segment.pairs",
                    "{0} support images but {1} masks; give one --support-mask for each --support-image",
                    {std::to_string(options.supportImages.size()), std::to_string(options.supportMasks.size())});
    makeFolder(options.out);
    const auto supports = describeAll(options.supportImages, 1, control);
    if (supports.size() != options.supportImages.size())
        throw Error("segment.pairs", "a support folder holds several series; name one image for each mask");
    const auto queries = describeAll(options.queries, 1 + static_cast<std::int64_t>(supports.size()), control);

    BlobShelf shelf;
    std::vector<Example> examples;
    for (std::size_t i = 0; i < supports.size(); ++i)
        addExamples(supports[i], addPrepared(shelf, supports[i]), options, options.supportMasks[i], examples);
    std::vector<int> labels;
    for (const auto& example : examples)
        if (std::find(labels.begin(), labels.end(), example.slice.label) == labels.end())
            labels.push_back(example.slice.label);

    SegmentOutcome outcome;
    for (const auto* images : {&supports, &queries})
        for (auto& note : emptyImageNotes(*images)) outcome.notes.push_back(std::move(note));
    SegmenterOptions segmenterOptions;
    segmenterOptions.device = options.training.device;
    segmenterOptions.shots = options.shots;
    if (options.trains()) {
        auto images = supports;
        for (const auto& query : queries)
            if (std::none_of(images.begin(), images.end(),
                             [&](const auto& image) { return image.contentHash == query.contentHash; }))
                images.push_back(query);
        segmenterOptions.model = trainOn(engine, shelf, images, options, control);
    } else {
        segmenterOptions.model = addFinishedModel(engine, shelf, options, control, outcome.notes);
    }
    const auto trained = engine.inspect({segmenterOptions.model}, shelf.source(), control).spec;
    outcome.method = trained.method;
    if (options.changes.any()) {
        segmenterOptions.method = options.changes.applyTo(trained.options);
        engine::checkOptions(trained.method, *segmenterOptions.method);
    }

    if (options.tuning && !options.changes.any())
        outcome.tuned = tune(engine, shelf.source(), examples, {}, segmenterOptions, control);
    for (const auto& value : outcome.tuned.labels) segmenterOptions.labelMethods[value.label] = value.options;
    Segmenter segmenter(engine, shelf, examples, segmenterOptions);
    const auto extents = extentsOf(examples);
    std::int64_t total = 0;
    for (const auto& query : queries) total += static_cast<std::int64_t>(labels.size()) * layoutOf(query).slices;
    Stage stage(control, "predict", total);
    outcome.model = segmenterOptions.model;
    for (const auto& query : queries) {
        SliceLabels wanted;
        for (int slice = 0; slice < layoutOf(query).slices; ++slice) wanted.push_back({slice, labels});
        const auto image = addPrepared(shelf, query);
        segmenter.setExamples(examples);
        ForeignSupports foreign;
        if (options.range) {
            foreign = placeForeign(segmenter, examples, supports, extents, query, image, stage);
            segmenter.setExamples(std::move(foreign.examples));
        }
        auto predicted = segmenter.segment(query, image, wanted, stage, [&](const Answer&) { stage.advance(); });
        keepToRanges(foreign.ranges, predicted);
        if (options.snap) {
            SliceStack<Half> prepared;
            decode(shelf.get(image), prepared);
            snapProposals(query, prepared, fineSlices(query), predicted);
        }
        const auto map = toMap(query, predicted, options.largest);
        const auto file = options.out / (query.name + "_mask.nii.gz");
        std::error_code ignored;
        for (const auto* inputs : {&options.supportImages, &options.supportMasks, &options.queries})
            for (const auto& input : *inputs)
                if (fs::equivalent(file, input, ignored))
                    throw Error("export.source", "{0} is an input and is not replaced; choose another --out",
                                {file.string()});
        imaging::writeLabelMap(map, {}, query.source, imaging::LabelMapFormat::Nifti, file);
        const auto voxels = std::count_if(map.voxels.begin(), map.voxels.end(), [](auto value) { return value != 0; });
        outcome.files.push_back({query.name, file, voxels, true});
        control.check();
    }
    outcome.totals = segmenter.totals();
    return outcome;
}

}  // namespace protolabel::workflow
