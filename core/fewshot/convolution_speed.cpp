#include "core/fewshot/convolution_speed.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace protolabel::fewshot {

namespace {

constexpr int kRounds = 7;
constexpr double kWorthIt = 1.5;  // rounding costs a little accuracy
constexpr double kHopeless = 20;  // without hardware for it, bfloat16 can be a hundred times slower

class Convolution {
public:
    /// A GPU needs more to do, or starting it is all that is measured.
    Convolution(torch::ScalarType type, torch::Device device)
        : device_(device),
          image_(made({device.is_cpu() ? 1 : 16, channels(), 32, 32}, type)),
          weight_(made({channels(), channels(), 3, 3}, type)) {}
    double seconds() const {
        finish();
        const auto start = std::chrono::steady_clock::now();
        torch::conv2d(image_, weight_, {}, 1, 1);
        finish();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

private:
    int channels() const { return device_.is_cpu() ? 64 : 256; }
    void finish() const {
        if (device_.is_cuda()) torch::cuda::synchronize(device_.index());
    }
    torch::Tensor made(torch::IntArrayRef sizes, torch::ScalarType type) const {
        return torch::full(sizes, 0.5).to(device_, type).contiguous(torch::MemoryFormat::ChannelsLast);
    }
    torch::Device device_;
    torch::Tensor image_, weight_;
};

}  // namespace

bool bfloat16IsFaster(torch::Device device) {
    if (device.is_cpu() && !at::hasMKLDNN()) return false;
    const torch::NoGradGuard noGradient;
    try {
        const Convolution plain(torch::kFloat, device), narrow(torch::kBFloat16, device);
        double plainBest = std::numeric_limits<double>::infinity(), narrowBest = plainBest;
        plain.seconds();
        for (int i = 0; i < kRounds; ++i) {  // in turns: other programs disturb both alike; the best is disturbed least
            plainBest = std::min(plainBest, plain.seconds());
            narrowBest = std::min(narrowBest, narrow.seconds());
            if (narrowBest > kHopeless * plainBest) return false;
        }
        return plainBest > kWorthIt * narrowBest;
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace protolabel::fewshot
