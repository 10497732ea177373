#include "core/project/review_marks.h"

#include <algorithm>

#include "core/base/error.h"

namespace protolabel::project {

static bool isProposedOn(const ProjectStore& store, VolumeId volume, int slice) {
    const auto all = store.proposals(volume);
    return std::any_of(all.begin(), all.end(), [&](const auto& proposal) { return proposal.slice == slice; });
}

static ReviewState unflagged(const ProjectStore& store, VolumeId volume, int slice) {
    const auto source = store.annotationSource(volume, slice);
    if (isProposedOn(store, volume, slice)) return source.drawn ? ReviewState::Corrected : ReviewState::Proposed;
    if (!source.accepted) return ReviewState::Untouched;
    return source.drawn ? ReviewState::Corrected : ReviewState::Accepted;
}

void flagSlice(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice, bool flagged) {
    writer.putReviewState(volume, slice, flagged ? ReviewState::Flagged : unflagged(store, volume, slice));
}

void confirmSlice(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice) {
    if (isProposedOn(store, volume, slice))
        throw Error("review.proposed", "slice {0} still has proposals; accept or reject them first",
                    {std::to_string(slice)});
    writer.putReviewState(volume, slice, ReviewState::Confirmed);
}

}  // namespace protolabel::project
