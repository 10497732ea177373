#include "core/fewshot/fused_convolution.h"

#include <limits>

#include "tests/support/check.h"

using namespace protolabel::fewshot;

namespace {

torch::Tensor made(torch::IntArrayRef sizes, torch::ScalarType type) {
    return torch::randn(sizes).to(type).contiguous(torch::MemoryFormat::ChannelsLast);
}

}  // namespace

TEST(a_fused_convolution_gives_what_its_parts_give) {
    torch::manual_seed(1);
    const torch::NoGradGuard noGradient;
    for (const auto type : {torch::kFloat, torch::kBFloat16})
        for (const auto activation : {Activation::None, Activation::Relu}) {
            const auto weight = made({16, 8, 3, 3}, type);
            const auto bias = torch::randn({16}).to(type);
            FusedConvolution fused(weight, bias, 2, 2, 2, activation);
            for (const int batch : {1, 3}) {  // the weights were packed for another batch
                const auto x = made({batch, 8, 20, 20}, type);
                auto expected = torch::conv2d(x, weight, bias, 2, 2, 2);
                if (activation == Activation::Relu) expected.relu_();
                const auto found = fused(x);
                CHECK(found.sizes() == expected.sizes());
                const double tolerance = type == torch::kFloat ? 1e-4 : 0.1;
                CHECK((found.to(torch::kFloat) - expected.to(torch::kFloat)).abs().max().item<double>() < tolerance);
                CHECK(activation == Activation::None || found.min().item<float>() >= 0);
            }
        }
}

TEST(sums_and_relu_are_those_of_libtorch) {
    torch::manual_seed(2);
    for (const auto type : {torch::kFloat, torch::kBFloat16}) {
        auto x = made({2, 33, 9, 9}, type);
        const auto y = made({2, 33, 9, 9}, type);
        const auto expected = x.clone().add_(y).relu_();
        addRelu(x, y);
        CHECK(torch::equal(x, expected));
    }
    auto x = torch::full({4}, std::numeric_limits<float>::quiet_NaN()).to(torch::kBFloat16);
    addRelu(x, torch::ones({4}).to(torch::kBFloat16));
    CHECK(x.isnan().all().item<bool>());
    auto transposed = made({1, 2, 4, 4}, torch::kBFloat16);
    const auto other = torch::ones({1, 2, 4, 4}).to(torch::kBFloat16);  // another layout in memory
    const auto expected = (transposed + other).relu_();
    addRelu(transposed, other);
    CHECK(torch::equal(transposed, expected));
}
