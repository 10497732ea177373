#pragma once

#include <string>
#include <vector>

#include "core/project/operations.h"

namespace protolabel::workflow {

struct AcceptOptions {
    std::vector<std::string> labels;   ///< names or ids; empty: all
    std::vector<std::string> volumes;  ///< names; empty: all
    double minConfidence = 0;
};

/// project::acceptProposals for names. Throws Error "accept.none" where there is no proposal to accept, "volume.unknown", "label.unknown".
project::AcceptOutcome accept(project::ProjectStore& store, const AcceptOptions& options);

}  // namespace protolabel::workflow
