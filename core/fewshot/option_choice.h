#pragma once

#include <cstddef>
#include <vector>

#include "core/labels/metrics.h"

namespace protolabel::fewshot {

/// How one set of options did on every known slice, each segmented without its own help.
struct Trial {
    std::vector<labels::Overlap> slices;
    /// How far from the options it started from: number of other settings, then how far t is moved. Less is simpler.
    int changes = 0;
    double shift = 0;
};

/// Dice over all slices of a trial as one volume.
double pooledDice(const Trial& trial);

/// The trial to go on with; the first one is what is kept unless another is clearly better. Among those whose pooled Dice is higher than the first's by
/// at least `least` and by more than one standard error of the difference (jackknife over slices), the simplest one that is not worse
/// than the best by more than one standard error of their difference (Breiman et al.'s one-standard-error rule); of equally simple
/// ones the better. All trials have the same slices.
std::size_t chooseTrial(const std::vector<Trial>& trials, double least);

}  // namespace protolabel::fewshot
