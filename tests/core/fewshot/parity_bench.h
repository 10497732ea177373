#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/fewshot/method.h"
#include "tests/core/fewshot/parity_weights.h"

namespace protolabel::fewshot::test {

/// What the keys of a reference file are computed from: its inputs, seen by networks with the weights that parity_weights.h makes.
class ParityBench {
public:
    static constexpr std::array kInputs = {"support_image", "support_mask", "query_image", "query_truth"};
    static constexpr int kSize = 256;

    /// Both images of a file, seen by one encoder in evaluation mode.
    struct Seen {
        Network network{nullptr};
        Features support, query;
    };

    explicit ParityBench(Reference reference) : reference_(std::move(reference)) {
        for (const char* key : kInputs) {
            const auto found = reference_.find(key);
            if (found == reference_.end())
                throw Error("parity.input", "the file lacks the input {0}; save it beside the outputs", {key});
            if (found->second.numel() != kSize * kSize)
                throw Error("parity.input", "the input {0} has the shape {1}; save it as {2} x {2} pixels",
                            {key, c10::str(found->second.sizes()), std::to_string(kSize)});
        }
    }

    torch::Tensor mask() const { return reference_.at("support_mask").view({kSize, kSize}); }
    Episode episode() const {
        return {image("support_image"), mask(), image("query_image"),
                reference_.at("query_truth").view({kSize, kSize})};
    }

    Network network(const std::string& encoder, Layout layout) const {
        Network network(encoder, 8, 0, layout);
        fillParityWeights(*network);
        const torch::NoGradGuard noGradient;
        if (layout == Layout::DualScale)
            network->named_parameters()["reduce1d.bias"].fill_(-19);
        else
            network->threshold.fill_(-18);
        return network;
    }

    Seen& seen(const std::string& encoder, Layout layout) {
        auto& seen = seen_[{encoder, layout}];
        if (!seen.network) {
            const torch::NoGradGuard noGradient;
            seen.network = network(encoder, layout);
            seen.network->eval();
            seen.support = seen.network->encode(image("support_image"));
            seen.query = seen.network->encode(image("query_image"));
        }
        return seen;
    }

    Segmentation segment(const std::string& method, const std::string& encoder, const engine::MethodOptions& options) {
        const torch::NoGradGuard noGradient;
        const Method& m = findMethod(method);
        auto& s = seen(encoder, m.layout());
        return m.segment(s.network, m.learn(s.network, {{s.support, mask()}}, options), s.query, kSize, options);
    }

    torch::Tensor alignmentLoss(const std::string& method) {
        const torch::NoGradGuard noGradient;
        const Method& m = findMethod(method);
        return m.losses(seen("resnet101", m.layout()).network, episode(), {}).alignment;
    }

    /// Rows of (query loss, alignment loss, total). On two threads, which gives the reference files bit for bit: how sums are split changes their
    /// rounding, which three steps in training mode amplify to a few thousandths.
    torch::Tensor trainingSteps(const std::string& method) const {
        constexpr int kSteps = 3;
        const Threads two(2);
        const Method& m = findMethod(method);
        auto network = this->network("resnet101", m.layout());
        network->train();
        torch::optim::SGD sgd(network->parameters(), torch::optim::SGDOptions(1e-3).momentum(0.9).weight_decay(5e-4));
        std::vector<torch::Tensor> rows;
        for (int step = 0; step < kSteps; ++step) {
            const auto losses = m.losses(network, episode(), {});
            rows.push_back(torch::stack({losses.query, losses.alignment, losses.total}).detach());
            sgd.zero_grad();
            losses.total.backward();
            sgd.step();
        }
        return torch::stack(rows);
    }

private:
    /// LibTorch on so many threads for a while.
    class Threads {
    public:
        explicit Threads(int count) : before_(torch::get_num_threads()) { torch::set_num_threads(count); }
        ~Threads() { torch::set_num_threads(before_); }
        Threads(const Threads&) = delete;
        Threads& operator=(const Threads&) = delete;

    private:
        int before_;
    };

    torch::Tensor image(const char* key) const {
        return reference_.at(key).view({1, 1, kSize, kSize}).expand({1, 3, kSize, kSize});
    }

    Reference reference_;
    std::map<std::pair<std::string, Layout>, Seen> seen_;
};

}  // namespace protolabel::fewshot::test
