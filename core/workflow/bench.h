#pragma once

#include "core/base/job_control.h"
#include "core/engine/client.h"

namespace protolabel::workflow {

/// What the worker measures of itself, and how long it takes here to read and prepare a volume for it. Throws what the engine throws.
engine::BenchResult bench(engine::Engine& engine, const engine::BenchRequest& request, JobControl& control);

}  // namespace protolabel::workflow
