#include "core/project/review_marks.h"

#include "core/base/error.h"
#include "core/project/proposal_choice.h"

namespace protolabel::project {

static ReviewState unflagged(const ProjectStore& store, VolumeId volume, int slice) {
    const auto source = store.annotationSource(volume, slice);
    if (proposedSlices(store, volume).count(slice) != 0)
        return source.drawn ? ReviewState::Corrected : ReviewState::Proposed;
    if (!source.accepted) return ReviewState::Untouched;
    return source.drawn ? ReviewState::Corrected : ReviewState::Accepted;
}

void flagSlice(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice, bool flagged) {
    writer.putReviewState(volume, slice, flagged ? ReviewState::Flagged : unflagged(store, volume, slice));
}

void confirmSlice(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice) {
    if (proposedSlices(store, volume).count(slice) != 0)
        throw Error("review.proposed", "slice {0} still has proposals; accept or reject them first",
                    {std::to_string(slice)});
    writer.putReviewState(volume, slice, ReviewState::Confirmed);
}

}  // namespace protolabel::project
