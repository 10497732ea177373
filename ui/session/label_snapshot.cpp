#include "ui/session/label_snapshot.h"

namespace protolabel::ui {

using labels::VoxelRuns;

const VoxelRuns& LabelSnapshot::of(std::uint16_t label) const {
    static const VoxelRuns none;
    const auto found = labels.find(label);
    return found == labels.end() ? none : found->second;
}

VoxelRuns LabelSnapshot::allBut(std::uint16_t label) const {
    VoxelRuns all;
    for (const auto& [other, runs] : labels)
        if (other != label) all.insert(all.end(), runs.begin(), runs.end());
    normalize(all);
    return all;
}

labels::LabelVolume LabelSnapshot::dense(const std::vector<std::uint16_t>& wanted, labels::Index3& lower) const {
    labels::Box around;
    for (const auto label : wanted) around = around.united(boundsOf(of(label)));
    if (around.empty()) around = {{0, 0, 0}, {1, 1, 1}};
    lower = around.lower;
    labels::LabelVolume volume({{around.extent(0), around.extent(1), around.extent(2)}, grid.spacing});
    for (const auto label : wanted)
        for (const auto& run : of(label)) {
            auto* row = volume.row(run.j - lower[1], run.k - lower[2]);
            std::fill(row + run.begin - lower[0], row + run.end - lower[0], label);
        }
    return volume;
}

LabelSnapshot takeSnapshot(const viewer::LabelSource& source, const labels::Grid& grid, const labels::Box& box,
                           std::shared_ptr<const imaging::Volume> image, JobControl& control) {
    LabelSnapshot snapshot{grid, box, {}, std::move(image)};
    const auto width = static_cast<std::size_t>(box.extent(0));
    std::vector<std::uint16_t> ids(width * static_cast<std::size_t>(box.extent(1)));
    for (int k = box.lower[2]; k < box.upper[2]; ++k) {
        control.check();
        source.read(2, k, {box.lower[0], box.lower[1], box.extent(0), box.extent(1)}, ids);
        for (int j = box.lower[1]; j < box.upper[1]; ++j) {
            const auto* row = ids.data() + width * static_cast<std::size_t>(j - box.lower[1]);
            for (int i = box.lower[0]; i < box.upper[0];) {
                const auto label = row[i - box.lower[0]];
                const int begin = i;
                while (++i < box.upper[0] && row[i - box.lower[0]] == label) {
                }
                if (label != 0) snapshot.labels[label].push_back({k, j, begin, i});
            }
        }
    }
    return snapshot;
}

}  // namespace protolabel::ui
