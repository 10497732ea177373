#include "core/engine/request.h"

#include "core/base/error.h"

namespace protolabel::engine {
namespace {

template <class T>
Request parse(const nlohmann::json& body) {
    T request;
    fromJson(body, request);
    return request;
}

struct Perform {
    Backend& backend;
    JobContext& context;
    nlohmann::json operator()(const TrainRequest& r) const { return toJson(backend.train(r, context)); }
    nlohmann::json operator()(const PretrainRequest& r) const { return toJson(backend.pretrain(r, context)); }
    nlohmann::json operator()(const PredictRequest& r) const { return toJson(backend.predict(r, context)); }
    nlohmann::json operator()(const TuneRequest& r) const { return toJson(backend.tune(r, context)); }
    nlohmann::json operator()(const SupervoxelRequest& r) const { return toJson(backend.supervoxels(r, context)); }
    nlohmann::json operator()(const EvaluateRequest& r) const { return toJson(backend.evaluate(r, context)); }
    nlohmann::json operator()(const InspectRequest& r) const { return toJson(backend.inspect(r, context)); }
    nlohmann::json operator()(const ImportRequest& r) const { return toJson(backend.importModel(r, context)); }
    nlohmann::json operator()(const BenchRequest& r) const { return toJson(backend.bench(r, context)); }
    nlohmann::json operator()(const StatusRequest& r) const { return toJson(backend.status(r, context)); }
};

}  // namespace

Request parseRequest(const std::string& kind, const nlohmann::json& body) {
    if (kind == "train") return parse<TrainRequest>(body);
    if (kind == "pretrain") return parse<PretrainRequest>(body);
    if (kind == "predict") return parse<PredictRequest>(body);
    if (kind == "tune") return parse<TuneRequest>(body);
    if (kind == "supervoxels") return parse<SupervoxelRequest>(body);
    if (kind == "evaluate") return parse<EvaluateRequest>(body);
    if (kind == "inspect") return parse<InspectRequest>(body);
    if (kind == "import") return parse<ImportRequest>(body);
    if (kind == "bench") return parse<BenchRequest>(body);
    if (kind == "status") return parse<StatusRequest>(body);
    throw Error("engine.kind", "the worker cannot do \"{0}\"; install program and worker from the same version",
                {kind});
}

std::vector<std::string> blobsOf(const Request& request) {
    return std::visit([](const auto& r) { return blobsOf(r); }, request);
}

bool isShort(const Request& request) {
    return !std::holds_alternative<TrainRequest>(request) && !std::holds_alternative<PretrainRequest>(request) &&
           !std::holds_alternative<EvaluateRequest>(request) && !std::holds_alternative<BenchRequest>(request);
}

nlohmann::json perform(Backend& backend, const Request& request, JobContext& context) {
    return std::visit(Perform{backend, context}, request);
}

}  // namespace protolabel::engine
