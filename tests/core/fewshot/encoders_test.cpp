#include "core/fewshot/method.h"
#include "core/fewshot/network.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

namespace {

constexpr int kSize = 64;

}  // namespace

TEST(every_encoder_carries_every_method) {
    const torch::NoGradGuard noGradient;
    auto mask = torch::zeros({kSize, kSize});
    mask.slice(0, 16, 48).slice(1, 16, 48).fill_(1);
    for (const char* encoder : {"resnet18", "resnet34", "resnet50", "resnet101"})
        for (const auto layout : {Layout::SingleScale, Layout::DualScale}) {
            Network network(encoder, 8, 2, layout);
            network->eval();
            network->freeze();
            const auto features = network->encode(torch::rand({2, 3, kSize, kSize}));
            for (const auto& name : methodNames()) {
                const Method& method = findMethod(name);
                if (method.layout() != layout) continue;
                const auto learned = method.learn(network, {{features.at(0), mask}}, {});
                const auto result = method.segment(network, learned, features, kSize, {});
                CHECK_EQ(result.refined.sizes(), torch::IntArrayRef({2, kSize, kSize}));
                CHECK((result.refined >= 0).logical_and(result.refined <= 1).all().item<bool>());
            }
        }
}
