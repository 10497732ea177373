#pragma once

#include "core/base/job_control.h"
#include "core/consensus/votes.h"

namespace protolabel::consensus {

/// How well one rater finds a label, as STAPLE estimates it.
struct Performance {
    double sensitivity = 0;  ///< of the voxels that truly have the label, the share that the rater gives it
    double specificity = 0;  ///< of the voxels that truly do not have it, the share that the rater does not give it
};

struct Staple {
    Verdicts verdicts;
    std::vector<std::map<std::uint16_t, Performance>>
        raters;  ///< by rater; per label that somebody gave, without background
    int iterations = 0;
    bool converged = false;
};

/// STAPLE for several labels (Warfield, Zou and Wells, IEEE TMI 23:903, 2004): expectation maximisation of the true label T of every voxel and of
/// each rater's confusion matrix theta_r(d, t) = P(the rater says d | the truth is t),
///     W(t) ~ p(t) prod over r of theta_r(d_r, t),    theta_r(d, t) = sum over voxels with d_r = d of W(t) / sum over voxels of W(t),
/// with p(t) the share of voxels that raters give t, fixed, over the whole volumes. It starts from the majority's matrices, a tie counting in equal parts, and ends
/// when no entry changes by 1e-7 any more (at most 2000 steps: one rater's sensitivity may creep towards its limit). A voxel gets the t of largest W and is undecided where
/// several are (within 1e-6 of the largest).
Staple staple(const Votes& votes, JobControl& control);

}  // namespace protolabel::consensus
