#include "core/workflow/statistics.h"

#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "core/imaging/slicing.h"
#include "core/workflow/csv.h"
#include "core/workflow/selection.h"
#include "core/workflow/stage.h"
#include "core/workflow/volumes.h"

namespace protolabel::workflow {

namespace {

/// Welford's running mean and variance: no cancellation however large the values are.
struct Moments {
    std::int64_t voxels = 0, values = 0;
    double mean = 0, squares = 0;
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    int slices = 0, lastSlice = -1;

    void add(int slice, double value) {
        ++voxels;
        if (slice != lastSlice) ++slices;
        lastSlice = slice;
        if (!std::isfinite(value)) return;
        ++values;
        const double step = value - mean;
        mean += step / static_cast<double>(values);
        squares += step * (value - mean);
        min = std::min(min, value);
        max = std::max(max, value);
    }
};
using ByLabel = std::map<std::uint16_t, Moments>;

/// `value(at)`: of the voxel at that offset.
template <class Value>
ByLabel measure(const project::ProjectStore& store, const project::VolumeRecord& volume, JobControl& control,
                const Value& value) {
    ByLabel labels;
    for (const int index : store.annotatedSlices(volume.id)) {
        control.check();
        const auto slice = store.annotation(volume.id, index);
        if (!slice) continue;
        const imaging::SliceStrides where(volume.geometry.size, volume.sliceAxis, index);
        for (int y = 0; y < slice->height; ++y)
            for (int x = 0; x < slice->width; ++x)
                if (const auto label = slice->at(x, y); label != 0) labels[label].add(index, value(where.at(x, y)));
    }
    return labels;
}

}  // namespace

double voxelMm3(const imaging::Geometry& geometry) {
    const auto& [a, b, c] = geometry.direction;
    const double determinant =
        a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
    return std::abs(determinant) * geometry.spacing[0] * geometry.spacing[1] * geometry.spacing[2];
}

std::vector<LabelStatistics> measureVolume(const project::ProjectStore& store, const project::VolumeRecord& volume,
                                           const imaging::Volume* image, JobControl& control) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto labels = image == nullptr
                            ? measure(store, volume, control, [&](std::size_t) { return none; })
                            : image->visit([&](const auto* data, std::size_t) {
                                  return measure(store, volume, control, [&](std::size_t at) {
                                      return static_cast<double>(data[at]) * image->slope + image->intercept;
                                  });
                              });
    std::map<LabelId, std::string> names;
    for (const auto& label : store.labels()) names[label.id] = label.name;
    const double mm3 = voxelMm3(volume.geometry);
    std::vector<LabelStatistics> rows;
    for (const auto& [label, found] : labels) {
        LabelStatistics row{volume.name, LabelId{label}, names[LabelId{label}], found.slices, found.voxels};
        const bool any = found.values > 0;
        row.ml = static_cast<double>(found.voxels) * mm3 / 1000;
        row.mean = any ? found.mean : none;
        row.sd = any ? std::sqrt(found.squares / static_cast<double>(found.values)) : none;
        row.min = any ? found.min : none;
        row.max = any ? found.max : none;
        rows.push_back(std::move(row));
    }
    return rows;
}

StatisticsOutcome measureLabels(const project::ProjectStore& store, const std::vector<std::string>& names,
                                JobControl& control) {
    StatisticsOutcome outcome;
    const auto volumes = selectVolumes(store, names);
    Stage stage(control, "statistics", static_cast<std::int64_t>(volumes.size()));
    for (const auto& volume : volumes) {
        if (!store.annotationCounts(volume.id).empty()) {
            std::optional<imaging::Volume> image;
            if (isPresent(volume))
                image = loadVolume(volume);
            else
                outcome.notes.push_back("the image of " + volume.name + " is missing; its values are not measured");
            const auto rows = measureVolume(store, volume, image ? &*image : nullptr, control);
            outcome.rows.insert(outcome.rows.end(), rows.begin(), rows.end());
        }
        stage.step();
    }
    return outcome;
}

std::string statisticsCsv(const std::vector<LabelStatistics>& rows) {
    std::string text = csvLine({"volume", "label", "label_name", "slices", "voxels", "ml", "mean", "sd", "min", "max"});
    for (const auto& row : rows)
        text += csvLine({csvCell(row.volume), csvCell(row.label.value), csvCell(row.labelName),
                         csvCell(std::int64_t{row.slices}), csvCell(row.voxels), csvCell(row.ml), csvCell(row.mean),
                         csvCell(row.sd), csvCell(row.min), csvCell(row.max)});
    return text;
}

}  // namespace protolabel::workflow
