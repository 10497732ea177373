#include "core/fewshot/convolution_speed.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <limits>
#include <optional>
#include <string>

#include "core/base/sha256.h"
#include "core/engine/folder_cache.h"
#include "core/fewshot/devices.h"

namespace protolabel::fewshot {

namespace {

constexpr const char *kFaster = "bf16", *kNotFaster = "fp32";  // in files
constexpr int kRounds = 7, kFewestRounds = 3;
constexpr double kWorthIt = 1.5;  // rounding costs a little accuracy
constexpr double kHopeless = 20;  // without hardware for it, bfloat16 can be a hundred times slower

/// Other programs must not decide: the processor's time of one thread is what it would be on an idle machine.
class OneThread {
public:
    OneThread() : before_(torch::get_num_threads()) { torch::set_num_threads(1); }
    ~OneThread() { torch::set_num_threads(before_); }
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;

private:
    int before_;
};

class Convolution {
public:
    /// A GPU needs more to do, or starting it is all that is measured.
    Convolution(torch::ScalarType type, torch::Device device)
        : device_(device),
          image_(made({device.is_cpu() ? 1 : 64, channels(), side(), side()}, type)),
          weight_(made({channels(), channels(), 3, 3}, type)) {}
    double seconds() const {
        finish();
        const auto start = now();
        torch::conv2d(image_, weight_, {}, 1, 1);
        finish();
        return now() - start;
    }

private:
    double now() const {
        timespec time{};
        clock_gettime(device_.is_cpu() ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    }
    int channels() const { return device_.is_cpu() ? 64 : 256; }
    int side() const { return device_.is_cpu() ? 32 : 64; }
    void finish() const {
        if (device_.is_cuda()) torch::cuda::synchronize(device_.index());
    }
    torch::Tensor made(torch::IntArrayRef sizes, torch::ScalarType type) const {
        return torch::full(sizes, 0.5).to(device_, type).contiguous(torch::MemoryFormat::ChannelsLast);
    }
    torch::Device device_;
    torch::Tensor image_, weight_;
};

/// Nothing where that cannot be measured: a GPU's memory may be taken just now.
std::optional<bool> isMeasuredFaster(torch::Device device) {
    if (device.is_cpu() && !at::hasMKLDNN()) return false;
    const torch::NoGradGuard noGradient;
    try {
        const OneThread alone;
        const Convolution plain(torch::kFloat, device), narrow(torch::kBFloat16, device);
        double plainBest = std::numeric_limits<double>::infinity(), narrowBest = plainBest;
        for (int i = 0; i < kRounds;
             ++i) {  // in turns; the first of each makes its kernel, which may take longer than all others
            plainBest = std::min(plainBest, plain.seconds());
            narrowBest = std::min(narrowBest, narrow.seconds());
            if (i >= kFewestRounds && narrowBest > kHopeless * plainBest) return false;
        }
        return plainBest > kWorthIt * narrowBest;
    } catch (const std::exception&) {
        return {};
    }
}

std::filesystem::path& folder() {
    static std::filesystem::path folder;
    return folder;
}

/// Everything that the speeds depend on, as the name of a file.
std::string machineName(torch::Device device) {
    std::string text = std::string(TORCH_VERSION) + '/' + idOf(device);
    for (const auto& known : listDevices())
        if (known.id == idOf(device)) text += '/' + known.name;
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; device.is_cpu() && std::getline(in, line);)
        if (line.rfind("flags", 0) == 0) {
            text += '/' + line;
            break;
        }
    return sha256Hex(Bytes(text.begin(), text.end()));
}

}  // namespace

void keepSpeedsIn(const std::filesystem::path& path) {
    folder() = path;
}

bool bfloat16IsFaster(torch::Device device) {
    engine::FolderCache kept(folder(), std::int64_t{1} << 20);
    const auto name = machineName(device);
    if (const auto bytes = kept.read(name)) {
        const std::string text(bytes->begin(), bytes->end());
        if (text == kFaster || text == kNotFaster) return text == kFaster;
        kept.remove(name);  // damaged
    }
    const auto faster = isMeasuredFaster(device);
    if (!faster) return false;
    const std::string text = *faster ? kFaster : kNotFaster;
    kept.write(name, Bytes(text.begin(), text.end()));
    return *faster;
}

}  // namespace protolabel::fewshot
