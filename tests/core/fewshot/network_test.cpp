#include "core/fewshot/network.h"

#include <set>

#include "tests/core/fewshot/parity_weights.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;

namespace {

std::int64_t weightCount(const Network& network) {
    std::int64_t count = 0;
    for (const auto& parameter : network->parameters()) count += parameter.numel();
    return count;
}

torch::Tensor noise(std::int64_t batch, std::int64_t size) {
    torch::manual_seed(3);
    return torch::randn({batch, 3, size, size});
}

torch::Tensor features(Network& network) {
    return network->encode(noise(1, 64)).maps[0];
}

}  // namespace

// SQPFNet's Table 4: 43.02 M parameters; the threshold is one more.
TEST(resnet101_has_the_papers_number_of_parameters) {
    CHECK_EQ(weightCount(Network("resnet101", 8, 0)), 43'024'448 + 1);
}

// torchvision's documented totals less fc (512 or 2048 x 1000 + 1000), plus localconv and the threshold.
TEST(other_encoders_have_torchvisions_number_of_parameters) {
    CHECK_EQ(weightCount(Network("resnet18", 8, 0)), 11'689'512 - 513'000 + 512 * 256 + 1);
    CHECK_EQ(weightCount(Network("resnet34", 8, 0)), 21'797'672 - 513'000 + 512 * 256 + 1);
    CHECK_EQ(weightCount(Network("resnet50", 8, 0)), 25'557'032 - 2'049'000 + 2048 * 256 + 1);
}

TEST(parameters_carry_torchvisions_names) {
    Network network("resnet50", 8, 0);
    std::set<std::string> names;
    for (const auto& item : network->named_parameters()) names.insert(item.key());
    for (const auto& item : network->named_buffers()) names.insert(item.key());
    for (const char* name :
         {"conv1.weight", "bn1.weight", "bn1.running_var", "layer1.0.conv3.weight", "layer1.0.bn3.bias",
          "layer1.0.downsample.0.weight", "layer1.0.downsample.1.num_batches_tracked", "layer3.5.conv2.weight",
          "layer4.2.bn2.running_mean", "localconv.weight", "threshold"})
        if (names.count(name) == 0) protolabel::test::fail(__FILE__, __LINE__, std::string("no parameter ") + name);
    CHECK_EQ(names.count("fc.weight"), 0U);
    CHECK_EQ(network->threshold.item<float>(), -10.0F);
    CHECK_EQ(network->threshold.dim(), 0);
}

TEST(strides_give_the_stated_grids) {
    torch::NoGradGuard noGradient;
    for (const char* encoder : {"resnet18", "resnet50"})
        for (const int stride : {8, 4}) {
            Network network(encoder, stride, 0);
            network->eval();
            const auto features = network->encode(noise(2, 64));
            CHECK_EQ(features.maps.size(), 1U);
            CHECK(!features.threshold.defined());
            CHECK_EQ(features.maps[0].sizes(), torch::IntArrayRef({2, 256, 64 / stride, 64 / stride}));
        }
}

// torchvision's totals with fc, plus reduce1 and reduce2 (to 512 channels) and reduce1d (1000 + 1).
TEST(two_scales_have_their_own_heads) {
    const auto count = [](const char* encoder) { return weightCount(Network(encoder, 8, 0, Layout::DualScale)); };
    CHECK_EQ(count("resnet101"), 44'549'160 + 1024 * 512 + 2048 * 512 + 1001);
    CHECK_EQ(count("resnet18"), 11'689'512 + 256 * 512 + 512 * 512 + 1001);
    CHECK_ERROR("model.stride", Network("resnet18", 4, 0, Layout::DualScale));

    const Network one("resnet18", 8, 7), two("resnet18", 8, 7, Layout::DualScale);
    CHECK(torch::equal(one->named_parameters()["layer4.1.conv2.weight"],
                       two->named_parameters()["layer4.1.conv2.weight"]));
    CHECK(!two->threshold.defined());
}

TEST(two_scales_are_folded_and_narrowed_like_one) {
    torch::NoGradGuard noGradient;
    for (const char* encoder : {"resnet18", "resnet50"}) {
        Network network(encoder, 8, 5, Layout::DualScale);
        network->train();
        for (int i = 0; i < 5; ++i) network->encode(noise(2, 64));
        network->eval();
        const auto exact = network->encode(noise(2, 64));
        CHECK_EQ(exact.maps.size(), 2U);
        CHECK_EQ(exact.maps[0].sizes(), torch::IntArrayRef({2, 512, 16, 16}));
        CHECK_EQ(exact.maps[1].sizes(), torch::IntArrayRef({2, 512, 8, 8}));
        CHECK_EQ(exact.threshold.sizes(), torch::IntArrayRef({2}));
        network->freeze();
        const auto folded = network->encode(noise(2, 64));
        network->computeIn(torch::kBFloat16);
        network->freeze();
        const auto rough = network->encode(noise(2, 64));
        CHECK(absoluteError(folded.threshold, exact.threshold) < 1e-4);
        CHECK(absoluteError(rough.threshold, exact.threshold) < 0.05);
        for (int i = 0; i < 2; ++i) {
            CHECK(relativeError(folded.maps[i], exact.maps[i]) < 1e-4);
            CHECK(rough.maps[i].scalar_type() == torch::kFloat);
            CHECK(torch::cosine_similarity(rough.maps[i], exact.maps[i], 1).min().item<double>() > 0.999);
        }
    }
}

TEST(seed_fixes_the_initial_weights) {
    torch::manual_seed(1);
    Network a("resnet18", 8, 7);
    torch::manual_seed(2);
    Network b("resnet18", 8, 7), c("resnet18", 8, 8);
    const auto wa = a->named_parameters(), wb = b->named_parameters(), wc = c->named_parameters();
    for (const auto& item : wa) CHECK(torch::equal(item.value(), wb[item.key()]));
    CHECK(!torch::equal(wa["conv1.weight"], wc["conv1.weight"]));
    // He initialisation by fan-out, as torchvision: sd = sqrt(2 / (512 * 9)).
    CHECK_NEAR(wa["layer4.1.conv2.weight"].std().item<double>(), 0.020833, 1e-4);
}

TEST(freezing_changes_features_by_rounding_only) {
    torch::NoGradGuard noGradient;
    Network network("resnet18", 8, 5);
    network->train();
    for (int i = 0; i < 20; ++i) network->encode(noise(2, 64));  // gives the running statistics values of their own
    network->eval();
    const auto before = features(network);
    network->freeze();
    CHECK(relativeError(features(network), before) < 1e-5);
}

// bfloat16 carries 8 bits: features turn by less than a degree, and training still reaches every parameter.
TEST(half_width_convolutions_change_little) {
    Network network("resnet18", 8, 5);
    network->eval();
    const auto exact = features(network).detach();
    const auto cosine = [&](const torch::Tensor& features) {
        return torch::cosine_similarity(features, exact, 1).min().item<double>();
    };
    network->computeIn(torch::kBFloat16);
    const auto rough = features(network);
    CHECK(rough.scalar_type() == torch::kFloat);
    CHECK(cosine(rough) > 0.9998 && cosine(rough) < 1 - 1e-7);

    network->train();
    network->encode(noise(2, 64)).maps[0].square().mean().backward();
    for (const auto& item : network->named_parameters())
        if (item.key() != "threshold") CHECK(item.value().grad().abs().sum().item<double>() > 0);
}

TEST(half_width_convolutions_fold_too) {
    torch::NoGradGuard noGradient;
    Network network("resnet18", 8, 5);
    network->eval();
    const auto exact = features(network);
    network->computeIn(torch::kBFloat16);
    network->freeze();
    CHECK(torch::cosine_similarity(features(network), exact, 1).min().item<double>() > 0.9998);
}

TEST(unknown_encoders_and_strides_are_refused) {
    CHECK_ERROR("model.encoder", Network("vgg16", 8, 0));
    CHECK_ERROR("model.stride", Network("resnet18", 16, 0));
}
