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
    std::int64_t count = 0;
    double mean = 0, squares = 0;
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    int slices = 0, lastSlice = -1;

    void add(int slice) {
        ++count;
        if (slice == lastSlice) return;
        lastSlice = slice;
        ++slices;
    }
    void add(int slice, double value) {
        add(slice);
        const double step = value - mean;
        mean += step / static_cast<double>(count);
        squares += step * (value - mean);
        min = std::min(min, value);
        max = std::max(max, value);
    }
};
using ByLabel = std::map<std::uint16_t, Moments>;

ByLabel measure(const project::ProjectStore& store, const project::VolumeRecord& volume,
                const std::optional<imaging::Volume>& image) {
    const auto values = image ? image->toFloat() : std::vector<float>();
    ByLabel labels;
    for (const int index : store.annotatedSlices(volume.id)) {
        const auto slice = store.annotation(volume.id, index);
        if (!slice) continue;
        const imaging::SliceStrides where(volume.geometry.size, volume.sliceAxis, index);
        for (int y = 0; y < slice->height; ++y)
            for (int x = 0; x < slice->width; ++x)
                if (const auto label = slice->at(x, y); label != 0) {
                    if (image)
                        labels[label].add(index, values[where.at(x, y)]);
                    else
                        labels[label].add(index);
                }
    }
    return labels;
}

/// The volume of a voxel, which may be sheared: |determinant| of its edges.
double voxelMm3(const imaging::Geometry& geometry) {
    const auto& [a, b, c] = geometry.direction;
    const double determinant =
        a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
    return std::abs(determinant) * geometry.spacing[0] * geometry.spacing[1] * geometry.spacing[2];
}

}  // namespace

StatisticsOutcome measureLabels(const project::ProjectStore& store, const std::vector<std::string>& names,
                                JobControl& control) {
    StatisticsOutcome outcome;
    std::map<std::int64_t, std::string> labelNames;
    for (const auto& label : store.labels()) labelNames[label.id.value] = label.name;
    const auto volumes = selectVolumes(store, names);
    Stage stage(control, "statistics", static_cast<std::int64_t>(volumes.size()));
    for (const auto& volume : volumes) {
        if (!store.annotationCounts(volume.id).empty()) {
            std::optional<imaging::Volume> image;
            if (isPresent(volume))
                image = loadVolume(volume);
            else
                outcome.notes.push_back("the image of " + volume.name + " is missing; its values are not measured");
            const double mm3 = voxelMm3(volume.geometry);
            for (const auto& [label, found] : measure(store, volume, image)) {
                LabelStatistics row{volume.name, LabelId{label}, labelNames[label], found.slices, found.count};
                row.ml = static_cast<double>(found.count) * mm3 / 1000;
                const double none = std::numeric_limits<double>::quiet_NaN();
                row.mean = image ? found.mean : none;
                row.sd = image ? std::sqrt(found.squares / static_cast<double>(found.count)) : none;
                row.min = image ? found.min : none;
                row.max = image ? found.max : none;
                outcome.rows.push_back(std::move(row));
            }
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
