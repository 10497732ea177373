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

/// What convolutions are computed in on `device`: kBFloat16 where this machine is much faster with it, which the first call finds out
/// (with LibTorch 1.13 and AMX: encoding about 7 times, training 3 to 4 times as fast, features at a cosine above 0.9999), else kFloat.
torch::ScalarType fastestType(torch::Device device);

/// "fp32", "bf16".
std::string nameOf(torch::ScalarType type);

/// A CPU tensor on `device`; to a GPU through page-locked memory, without waiting for what is computed there.
torch::Tensor uploaded(const torch::Tensor& tensor, torch::Device device);

/// Whether a GPU failed or is gone, so that only another device may do.
bool isDeviceLost(const c10::Error& error);

/// Whether LibTorch failed for want of memory, so that a smaller batch or another device may do.
bool isOutOfMemory(const c10::Error& error);

}  // namespace protolabel::fewshot
