// Weights of other programs become models: files that PyTorch wrote (make_torch_files.py), and safetensors files with one thing wrong.
#include "core/fewshot/weights/import.h"

#include <cmath>
#include <functional>

#include "core/base/sha256.h"
#include "core/fewshot/checkpoint.h"
#include "core/fewshot/complexity.h"
#include "tests/core/fewshot/imported_weights.h"
#include "tests/core/fewshot/torch_bytes.h"
#include "tests/core/fewshot/torch_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;
using weights::importModel;

namespace {

weights::Imported importFile(const std::string& name, const std::string& method = "") {
    return importModel(bytesOf(torchFiles("networks") / name), name, method);
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    return text;
}

/// A ResNet-18 under torchvision's names, without heads.
TensorFile plainEncoder(const std::string& prefix = "") {
    TensorFile file;
    const Network network("resnet18", 8, 5);
    for (const auto& [name, tensor] : namedWeights(*network))
        if (name != "localconv.weight" && name != "threshold") file.tensors[prefix + name] = tensor;
    return file;
}

std::string refused(const char* code, const std::function<void(TensorFile&)>& change) {
    auto file = plainEncoder();
    change(file);
    const auto bytes = encode(file);
    return CHECK_ERROR(code, importModel(bytes, "x", ""));
}

}  // namespace

TEST(torchvisions_resnet18_comes_over_value_by_value) {
    for (const char* name : {"resnet18.zip.pth", "resnet18.legacy.pth"}) {
        const auto imported = importFile(name);
        CHECK_EQ(imported.model.spec.encoder, "resnet18");
        CHECK_EQ(imported.model.spec.method, "sqpfnet");
        checkWeights(imported.model.network, torch::kFloat, {"localconv.weight", "threshold"});
        CHECK_EQ(imported.model.network->threshold.item<float>(), -10.0F);
        const auto notes = joined(imported.notes);
        CHECK(contains(notes, "not used by sqpfnet: fc.bias, fc.weight"));
        CHECK(contains(notes, "drawn at random until trained: localconv.weight, threshold"));

        const auto provenance = nlohmann::json::parse(imported.model.provenance).at("imported");
        CHECK_EQ(provenance.at("file").get<std::string>(), name);
        CHECK_EQ(provenance.at("untrained").get<std::string>(), "localconv.weight, threshold");
        CHECK_EQ(provenance.at("sha256").get<std::string>(), sha256Hex(bytesOf(torchFiles("networks") / name)));
        const auto again = decodeModel(encode(imported.model));
        checkWeights(again.network, torch::kFloat, {"localconv.weight", "threshold"});
    }
}

TEST(the_backbone_of_a_segmentation_network_is_taken) {
    const auto imported = importFile("segmentation.pth");
    checkWeights(imported.model.network, torch::kHalf, {"localconv.weight", "threshold"});
    CHECK(contains(joined(imported.notes), "aux_classifier, classifier"));
}

TEST(adnets_reference_code_keeps_its_head_and_threshold) {
    const auto imported = importFile("adnet.pth");
    CHECK_EQ(imported.model.spec.method, "adnet");
    checkWeights(imported.model.network, torch::kHalf, {"threshold"});
    CHECK_EQ(imported.model.network->threshold.item<float>(), -7.5F);
    CHECK(contains(joined(imported.notes), "aspp_out, asppconv"));
    // For another method of the same layout the head stays.
    const auto other = importFile("adnet.pth", "sqpfnet");
    CHECK_EQ(other.model.spec.method, "sqpfnet");
    checkWeights(other.model.network, torch::kHalf, {"threshold"});
}

TEST(qnets_reference_code_keeps_all_its_heads) {
    const auto imported = importFile("qnet.pth");
    CHECK_EQ(imported.model.spec.method, "qnet");
    CHECK(imported.notes.empty());
    checkWeights(imported.model.network, torch::kHalf, {});
    // torchvision's classifier is part of Q-Net's threshold.
    const auto plain = importFile("resnet18.zip.pth", "qnet");
    checkWeights(plain.model.network, torch::kFloat,
                 {"reduce1.weight", "reduce2.weight", "reduce1d.weight", "reduce1d.bias"});
    CHECK(contains(joined(importFile("qnet.pth", "adnet").notes), "reduce1d.weight"));
}

TEST(safetensors_of_other_names_are_read) {
    auto file = plainEncoder("model.encoder.");
    for (auto& [name, tensor] : file.tensors)
        if (tensor.is_floating_point()) tensor = tensor.to(name.ends_with("bias") ? torch::kDouble : torch::kBFloat16);
    const auto imported = importModel(encode(file), "x.safetensors", "");
    const auto weights = namedWeights(*imported.model.network);
    for (const auto& [name, tensor] : file.tensors)
        CHECK(torch::equal(weights.at(name.substr(14)), tensor.to(weights.at(name.substr(14)).scalar_type())));
}

TEST(the_encoder_is_told_by_its_shapes) {
    for (const char* encoder : {"resnet34", "resnet50"}) {
        TensorFile file;
        for (const auto& [name, tensor] : namedWeights(*Network(encoder, 8, 5)))
            if (!name.ends_with("num_batches_tracked")) file.tensors[name] = tensor;  // as before PyTorch 0.4.1
        const auto imported = importModel(encode(file), "x", "");
        CHECK_EQ(imported.model.spec.encoder, encoder);
        CHECK_EQ(imported.model.spec.method, "adnet");
        CHECK_EQ(imported.notes.size(), 1U);
        CHECK(contains(imported.notes.front(), "SQPFNet"));
    }
    auto deeper = plainEncoder();
    for (const auto& [name, tensor] : plainEncoder().tensors)
        if (name.starts_with("layer3.1.")) deeper.tensors["layer3.2." + name.substr(9)] = tensor;
    const auto bytes = encode(deeper);
    CHECK(contains(CHECK_ERROR("weights.encoder", importModel(bytes, "x", "")), "2, 2, 3, 2"));
}

TEST(what_does_not_fit_is_refused_by_key) {
    CHECK(contains(refused("weights.missing", [](TensorFile& f) { f.tensors.erase("layer2.0.bn1.weight"); }),
                   "layer2.0.bn1.weight"));
    CHECK(contains(refused("weights.unknown", [](TensorFile& f) { f.tensors["layer1.0.se.weight"] = torch::ones(3); }),
                   "layer1.0.se.weight"));
    CHECK(contains(refused("weights.unknown", [](TensorFile& f) { f.tensors["optimizer.state"] = torch::ones(3); }),
                   "optimizer.state"));
    const auto shape = refused("weights.shape", [](TensorFile& f) {
        f.tensors["conv1.weight"] = torch::ones({64, 1, 7, 7});
    });
    CHECK(contains(shape, "conv1.weight") && contains(shape, "[64, 1, 7, 7]") && contains(shape, "[64, 3, 7, 7]"));
    CHECK(contains(refused("weights.nan",
                           [](TensorFile& f) {
                               f.tensors["layer4.1.conv2.weight"] = torch::full({512, 512, 3, 3}, NAN);
                           }),
                   "layer4.1.conv2.weight"));
    CHECK(contains(refused("weights.nan", [](TensorFile& f) { f.tensors["bn1.bias"] = torch::full({64}, INFINITY); }),
                   "bn1.bias"));
    refused("weights.nan", [](TensorFile& f) { f.tensors["bn1.running_var"] = torch::full({64}, -1.0F); });
    CHECK(contains(
        refused("weights.type", [](TensorFile& f) { f.tensors["bn1.bias"] = torch::ones({64}, torch::kLong); }),
        "bn1.bias"));
    refused("weights.content", [](TensorFile& f) { f.tensors = {{"features.0.weight", torch::ones(3)}}; });
    refused("weights.content", [](TensorFile& f) { f.tensors["teacher.layer1.0.conv1.weight"] = torch::ones(3); });
    refused("weights.content", [](TensorFile& f) { f.tensors = {{"x", torch::ones(1)}}; });
    CHECK_ERROR("model.method", importModel(encode(plainEncoder()), "x", "segnet"));
    CHECK_ERROR("weights.format", importModel(Bytes{0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F'}, "x", ""));
    CHECK_ERROR("weights.format", importModel({}, "x", ""));
    const auto mixed =
        dictionary({{"layer1.0.conv1.weight", tensor("FloatStorage", "0", 6, 0, {6}, {1})}, {"epoch", pickled(3)}});
    CHECK(contains(CHECK_ERROR("weights.unknown", importModel(zipFile(finished(mixed), smallStorages()), "x", "")),
                   "epoch"));
}

TEST(models_of_this_program_are_known) {
    Model model;
    model.network = Network("resnet18", 8, 1);
    CHECK(weights::isModel(encode(model)));
    CHECK(!weights::isModel(encode(plainEncoder())));
    CHECK(!weights::isModel(Bytes{1, 2, 3}));
}

// methods.md, Encoders: 43,024,448 parameters; for two slices 89.70 G at stride 8, 351.8 G at stride 4. Its 260.0 G of the two scales are those of
// the ResNet with one head of 2048 to 256 channels; reduce1, reduce2 and fc in its place make 265.4 (added up by hand).
TEST(parameters_and_multiply_adds_are_those_of_the_papers) {
    const auto giga = [](const Network& network) { return static_cast<double>(multiplyAdds(network, 2, 256)) / 1e9; };
    const Network usual("resnet101", 8, 0);
    CHECK_EQ(parameterCount(usual), 43'024'448);
    CHECK_NEAR(giga(usual), 89.70, 0.005);
    CHECK_NEAR(giga(Network("resnet101", 4, 0)), 351.8, 0.05);
    const double dual = giga(Network("resnet101", 8, 0, Layout::DualScale));
    const double fine = 64 * 64, coarse = 32 * 32, threshold = 2048 * 1000 + 1000;
    const double heads = 1024 * 512 * fine + 2048 * 512 * coarse + threshold, oneHead = 2048 * 256 * coarse;
    CHECK_NEAR(dual, 265.39, 0.005);
    CHECK_NEAR(dual - 2 * (heads - oneHead) / 1e9, 260.0, 0.05);
    CHECK_EQ(parameterCount(Network("resnet18", 8, 0)), 11'689'512 - 513'000 + 512 * 256);
}
