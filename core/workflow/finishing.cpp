#include "core/workflow/finishing.h"

#include "core/workflow/refining.h"
#include "core/workflow/snapping.h"

namespace protolabel::workflow {

void finishProposals(const project::ProjectStore& store, const project::VolumeRecord& volume,
                     const std::vector<labels::Label>& labels, std::map<int, SliceRange> ranges, const Lessons& lessons,
                     const refine::RefineOptions& options, const FinishingImages& images, JobControl& control,
                     std::map<int, PredictedLabel>& predicted) {
    if (predicted.empty()) return;
    const auto complete = completeSlices(store, volume.id, labels);
    for (const auto& [label, slices] : complete) ranges.erase(static_cast<int>(label.value));
    keepToRanges(ranges, predicted);
    const bool refines = refinable(complete, lessons, options);
    if (!refines && !options.snap) return;
    const auto prepared = images.prepared();
    if (refines) {
        refineProposals(store, volume, prepared, complete, lessons, options, predicted);
        keepToRanges(ranges, predicted);  // what finished volumes say may lie outside
    }
    control.check();
    if (options.snap) snapProposals(volume, prepared, *images.fine(), predicted);
    control.check();
}

std::vector<NewProposals> proposalsOf(const project::ProjectStore& store, VolumeId volume,
                                      const std::vector<labels::Label>& labels, bool largest,
                                      const ProposalOrigins& origins, const Lessons& lessons,
                                      std::map<int, PredictedLabel>& predicted) {
    std::vector<NewProposals> proposals;
    for (const auto& label : labels) {
        const int id = static_cast<int>(label.id.value);
        if (largest) keepLargest(store, volume, label.id, predicted[id]);
        const auto lesson = lessons.find(id);
        proposals.push_back(makeProposals(label.id, predicted[id],
                                          origins.of(id, lesson == lessons.end() ? 0 : lesson->second.volumes)));
    }
    return proposals;
}

}  // namespace protolabel::workflow
