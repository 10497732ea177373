#pragma once

#include <optional>
#include <vector>

#include "core/project/records.h"
#include "core/review/expectation.h"

namespace protolabel::workflow {

/// A support that was segmented from the others of its label, with the options that proposals are made with.
struct CheckedSupport {
    SupportId id;
    review::KnownResult result;
    std::optional<double> hd95;  ///< mm on the slice; nothing where nothing was predicted
};

/// What the supports of one label say of its proposals.
struct CheckedLabel {
    std::vector<CheckedSupport> supports;  ///< at most 6, spread evenly, when there are more
    double dice = 0;                       ///< mean, 0..1
    std::optional<double> hd95;            ///< mean of those that are defined, mm
    double correction = 0;                 ///< review::correctionFrom
};

}  // namespace protolabel::workflow
