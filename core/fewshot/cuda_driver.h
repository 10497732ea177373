#pragma once

#include <vector>

#include "core/engine/messages.h"

namespace protolabel::fewshot {

/// Name and memory of the first `count` CUDA devices, asked from the driver library if it is there: LibTorch's own headers for
/// this exist only in its CUDA builds. What the driver does not tell stays empty.
std::vector<engine::DeviceInfo> describeCudaDevices(int count);

}  // namespace protolabel::fewshot
