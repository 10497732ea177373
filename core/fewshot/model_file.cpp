#include "core/fewshot/model_file.h"

#include <limits>

#include "core/base/error.h"
#include "core/engine/method_options.h"
#include "core/fewshot/checkpoint.h"
#include "core/fewshot/method.h"
#include "core/fewshot/weights/byte_reader.h"

namespace protolabel::fewshot {

namespace {

using nlohmann::json;

constexpr std::uint64_t kVersion = 1;
constexpr int kDeepest = 64;
constexpr const char* kModelKey = "protolabel.model";
constexpr const char* kProvenanceKey = "protolabel.provenance";

[[noreturn]] void notAModel(const std::string& what) {
    throw Error("model.damaged", "this is no model of Protolabel: {0}; choose a model file that it wrote", {what});
}

/// `visit(name, tensor)` for everything a model stores.
template <class Visit>
void eachTensor(const Network& network, Visit visit) {
    for (auto& item : network->named_parameters()) visit(item.key(), item.value());
    for (auto& item : network->named_buffers()) visit(item.key(), item.value());
}

torch::Tensor halved(const std::string& name, const torch::Tensor& tensor) {
    const auto half = tensor.detach().to(torch::kHalf);
    if (!torch::isfinite(half).all().item<bool>())
        throw Error("model.range", "tensor {0} holds values too large for 16 bits; store the model in 32 bits", {name});
    return half;
}

void load(const std::string& name, const TensorFile& file, torch::Tensor target) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end())
        throw Error("model.missing_tensor", "the model lacks the tensor {0}; it was made for another encoder", {name});
    const auto& source = found->second;
    if (source.sizes() != target.sizes())
        throw Error("model.shape",
                    "tensor {0} has the shape {1} where {2} is needed; the model was made for another encoder",
                    {name, c10::str(source.sizes()), c10::str(target.sizes())});
    if (!isPossible(name, source))
        throw Error("model.nan",
                    "tensor {0} holds values that no trained network has (no numbers, or negative variances); copy "
                    "the file again or train the model again",
                    {name});
    target.copy_(source);
}

void checkVersion(const json& fields) {
    const auto version = fields.find("version");
    if (version == fields.end()) return;
    if (!version->is_number_unsigned()) notAModel("its version is no number");
    if (version->get<std::uint64_t>() > kVersion)
        throw Error("model.version",
                    "the model has the format version {0}, this program reads up to {1}; install a newer Protolabel",
                    {version->dump(), std::to_string(kVersion)});
}

/// Who shows it goes down into it: no deeper than what this program writes by far.
void checkDepth(const std::string& provenance) {
    bool deep = false;
    const auto kept = json::parse(
        provenance,
        [&](int depth, json::parse_event_t, const json&) {
            deep = deep || depth > kDeepest;
            return !deep;
        },
        false);
    if (deep) notAModel("its provenance is nested too deeply");
}

void checkOptions(const engine::MethodOptions& options) {
    try {
        engine::checkRanges(options);
    } catch (const Error& error) {
        throw Error("model.options",
                    "the model's {0} is {1}, not from {2} to {3}; copy the file again or train the model again",
                    error.args());
    }
}

/// The learned t has the range of the option that may replace it. Scores lie within 20 of 0 and training may push t past them; far beyond, it was
/// never learned, and all or nothing would be found.
void checkThreshold(const Network& network) {
    if (!network->threshold.defined()) return;
    engine::MethodOptions learned;
    learned.threshold = network->threshold.item<double>();
    checkOptions(learned);
}

}  // namespace

Bytes encode(const Model& model, Storage storage) {
    TensorFile file;
    eachTensor(model.network, [&](const std::string& name, const torch::Tensor& tensor) {
        file.tensors[name] = storage == Storage::Half && tensor.is_floating_point() ? halved(name, tensor) : tensor;
    });
    json description = {
        {"version", 1}, {"spec", engine::toJson(model.spec)}, {"iterations", model.iterations}, {"loss", model.loss}};
    if (!model.losses.empty()) description["losses"] = model.losses;
    file.metadata = {{"format", "pt"}, {kModelKey, description.dump()}, {kProvenanceKey, model.provenance}};
    return encode(file);
}

bool describesModel(const TensorFile& file) {
    return file.metadata.count(kModelKey) > 0;
}

Model decodeModel(const Bytes& bytes) {
    const auto file = decodeTensorFile(bytes);
    const auto description = file.metadata.find(kModelKey);
    if (description == file.metadata.end()) notAModel("its description is missing");
    const auto fields = json::parse(description->second, nullptr, false);
    if (!fields.is_object() || !fields.contains("spec")) notAModel("its description is not readable");
    checkVersion(fields);

    Model model;
    try {
        engine::fromJson(fields["spec"], model.spec);
        model.iterations = fields.value("iterations", std::int64_t{0});
        if (model.iterations < 0) notAModel("its number of iterations is negative");
        // JSON has no NaN: a loss that was none is stored as null.
        const auto loss = fields.find("loss");
        model.loss =
            loss != fields.end() && !loss->is_null() ? loss->get<double>() : std::numeric_limits<double>::quiet_NaN();
        model.losses = fields.value("losses", std::vector<double>());
    } catch (const json::exception&) {
        notAModel("its description has a field of the wrong type");
    } catch (const Error& error) {
        notAModel(weights::printable(error.what()));
    }
    for (auto* name : {&model.spec.method, &model.spec.encoder})
        *name = weights::printable(*name);  // unknown ones are told
    checkOptions(model.spec.options);
    if (const auto provenance = file.metadata.find(kProvenanceKey); provenance != file.metadata.end())
        checkDepth(model.provenance = provenance->second);

    model.network = Network(model.spec.encoder, model.spec.stride, 0, findMethod(model.spec.method).layout());
    torch::NoGradGuard noGradient;
    eachTensor(model.network, [&](const std::string& name, const torch::Tensor& tensor) { load(name, file, tensor); });
    checkThreshold(model.network);
    return model;
}

}  // namespace protolabel::fewshot
