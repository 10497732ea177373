#pragma once

#include <exception>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/engine/messages.h"

namespace protolabel::fewshot {

/// What this machine computes on: "cpu" first, then "cuda:0", ... with the memory free now.
std::vector<engine::DeviceInfo> listDevices();

/// "auto": the first CUDA device if there is one, else the CPU. Throws Error "device.unknown" listing the devices.
torch::Device chooseDevice(const std::string& id);

/// "cpu", "cuda:N".
std::string idOf(torch::Device device);

enum class Precision {
    Auto,  ///< bfloat16 where that is several times faster
    Float
};
/// For the whole process, like LibTorch's own settings; set before any network is made. Initially Auto.
void setPrecision(Precision precision);

/// What convolutions are computed in on `device`: kBFloat16 on a CPU with matrix units for it (measured with LibTorch 1.13 on one
/// core: encoding 4.5 to 6 times, training 3 to 4 times as fast, features at a cosine above 0.9999), else kFloat.
torch::ScalarType fastestType(torch::Device device);

/// "fp32", "bf16".
std::string nameOf(torch::ScalarType type);

/// Whether LibTorch failed for want of memory, so that a smaller batch or another device may do.
bool isOutOfMemory(const c10::Error& error);

}  // namespace protolabel::fewshot
