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

/// Whether LibTorch failed for want of memory, so that a smaller batch or another device may do.
bool isOutOfMemory(const c10::Error& error);

}  // namespace protolabel::fewshot
