#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/engine/backend.h"

namespace protolabel::engine {

/// What a request asks for, whichever kind it is.
using Request = std::variant<TrainRequest, PretrainRequest, PredictRequest, TuneRequest, SupervoxelRequest,
                             EvaluateRequest, InspectRequest, ImportRequest, BenchRequest, StatusRequest>;

/// Throws Error "engine.kind" for an unknown kind, "engine.message" for a damaged body.
Request parseRequest(const std::string& kind, const nlohmann::json& body);
std::vector<std::string> blobsOf(const Request& request);
/// Short enough to run inside another job's yield().
bool isShort(const Request& request);
/// Lets the backend do it; returns the body of the result.
nlohmann::json perform(Backend& backend, const Request& request, JobContext& context);

}  // namespace protolabel::engine
