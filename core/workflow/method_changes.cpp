#include "core/workflow/method_changes.h"

namespace protolabel::workflow {

engine::MethodOptions MethodChanges::applyTo(engine::MethodOptions options) const {
    if (alpha) options.alpha = *alpha;
    if (regions) options.regions = *regions;
    if (background) options.background = *background;
    if (threshold) options.threshold = *threshold;
    if (queryPrototype) options.queryPrototype = *queryPrototype;
    if (refinementSteps) options.refinementSteps = refinementSteps;
    if (fineWeight) options.fineWeight = fineWeight;
    return options;
}

}  // namespace protolabel::workflow
