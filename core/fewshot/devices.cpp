#include "core/fewshot/devices.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>

#include "core/base/error.h"
#include "core/fewshot/convolution_speed.h"
#include "core/fewshot/cuda_driver.h"

namespace protolabel::fewshot {

namespace {

/// The text after the colon of the first line that begins with `key`; empty where there is none (or no such file).
std::string procField(const char* path, const std::string& key) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.compare(0, key.size(), key) != 0) continue;
        const auto text = line.find_first_not_of(" \t", line.find(':') + 1);
        return text == std::string::npos ? std::string() : line.substr(text);
    }
    return {};
}

std::int64_t memoryField(const std::string& key) {
    return std::strtoll(procField("/proc/meminfo", key).c_str(), nullptr, 10) * 1024;  // the file counts in kB
}

/// What LibTorch, cuBLAS and cuDNN say; the last where no way to convolve fits into the memory.
constexpr const char* kOutOfMemory[] = {"out of memory", "ot enough memory", "can't allocate memory",
                                        "CUBLAS_STATUS_ALLOC_FAILED", "unable to find an engine"};

Precision precisionInUse = Precision::Auto;

int cudaCount() {
    return torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
}

}  // namespace

std::vector<engine::DeviceInfo> listDevices() {
    std::vector<engine::DeviceInfo> devices = {
        {"cpu", procField("/proc/cpuinfo", "model name"), memoryField("MemAvailable"), memoryField("MemTotal")}};
    for (auto& device : describeCudaDevices(cudaCount())) devices.push_back(std::move(device));
    return devices;
}

torch::Device chooseDevice(const std::string& id) {
    const int cuda = cudaCount();
    if (id == "cpu" || (id == "auto" && cuda == 0)) return torch::kCPU;
    if (id == "auto") return {torch::kCUDA, 0};
    std::string known = "cpu";
    for (int i = 0; i < cuda; ++i) {
        const torch::Device device(torch::kCUDA, static_cast<c10::DeviceIndex>(i));
        if (id == idOf(device)) return device;
        known += ", " + idOf(device);
    }
    throw Error("device.unknown", "there is no device \"{0}\" here; choose auto or one of: {1}", {id, known});
}

std::string idOf(torch::Device device) {
    return device.is_cpu() ? "cpu" : "cuda:" + std::to_string(static_cast<int>(device.index()));
}

void setPrecision(Precision precision) {
    precisionInUse = precision;
    // On a GPU, products that are not in bfloat16 are then in TF32, whose rounding is finer.
    at::globalContext().setAllowTF32CuDNN(precision == Precision::Auto);
    at::globalContext().setAllowTF32CuBLAS(precision == Precision::Auto);
}

torch::ScalarType fastestType(torch::Device device) {
    if (precisionInUse != Precision::Auto) return torch::kFloat;
    static std::mutex mutex;
    static std::map<std::string, bool> faster;
    const std::lock_guard lock(mutex);
    const auto [entry, isNew] = faster.try_emplace(idOf(device), false);
    if (isNew) entry->second = bfloat16IsFaster(device);
    return entry->second ? torch::kBFloat16 : torch::kFloat;
}

std::string nameOf(torch::ScalarType type) {
    return type == torch::kBFloat16 ? "bf16" : "fp32";
}

torch::Tensor uploaded(const torch::Tensor& tensor, torch::Device device) {
    if (!device.is_cuda()) return tensor.to(device);
    return tensor.pin_memory().to(device, tensor.scalar_type(), /*non_blocking=*/true);
}

bool isDeviceLost(const c10::Error& error) {
    const std::string text = error.what_without_backtrace();
    return !isOutOfMemory(error) &&
           (text.find("CUDA error") != std::string::npos || text.find("CUDNN_STATUS_") != std::string::npos ||
            text.find("CUBLAS_STATUS_") != std::string::npos);
}

bool isOutOfMemory(const c10::Error& error) {
    const std::string text = error.what_without_backtrace();
    return dynamic_cast<const c10::OutOfMemoryError*>(&error) != nullptr ||
           std::any_of(std::begin(kOutOfMemory), std::end(kOutOfMemory),
                       [&](const char* known) { return text.find(known) != std::string::npos; });
}

}  // namespace protolabel::fewshot
