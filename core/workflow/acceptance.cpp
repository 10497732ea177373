#include "core/workflow/acceptance.h"

#include "core/base/error.h"
#include "core/workflow/selection.h"

namespace protolabel::workflow {

project::AcceptOutcome accept(project::ProjectStore& store, const AcceptOptions& options) {
    project::AcceptFilter filter;
    filter.minConfidence = options.minConfidence;
    bool any = false;
    for (const auto& volume : selectVolumes(store, options.volumes)) {
        if (!options.volumes.empty()) filter.volumes.push_back(volume.id);
        any = any || !store.proposals(volume.id).empty();
    }
    if (!options.labels.empty())
        for (const auto& label : selectLabels(store, options.labels)) filter.labels.push_back(label.id);
    if (!any) throw Error("accept.none", "there is no proposal to accept; make some with: predict");
    return project::acceptProposals(store, filter);
}

}  // namespace protolabel::workflow
