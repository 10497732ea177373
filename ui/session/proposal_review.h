#pragma once

#include <vector>

#include "core/project/project_store.h"

namespace protolabel::ui {

/// A slice with proposals, to be looked at.
struct ReviewPlace {
    VolumeId volume;
    int slice = 0;
    double confidence = 0;  ///< the least of its labels
    double distance = 0;    ///< the largest of its labels
};

/// Every slice with a proposal of a visible label, the least confident first (then by volume and slice).
std::vector<ReviewPlace> reviewPlaces(const project::ProjectStore& store);

/// The place to go to from (volume, slice): the one `by` places on, around the ends; the first where this is none of them. Null when there is none.
const ReviewPlace* stepReview(const std::vector<ReviewPlace>& places, VolumeId volume, int slice, int by);

}  // namespace protolabel::ui
