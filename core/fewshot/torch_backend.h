#pragma once

#include <filesystem>
#include <memory>

#include "core/engine/backend.h"
#include "core/fewshot/devices.h"

namespace protolabel::fewshot {

struct TorchBackendOptions {
    std::filesystem::path featureCacheFolder;                 ///< empty: memory only
    std::int64_t featureMemoryBytes = std::int64_t{4} << 30;  ///< least recently used out first
    std::int64_t featureDiskBytes = std::int64_t{8} << 30;
    int threads = 0;  ///< 0: all cores
    Precision precision = Precision::Auto;
};

std::unique_ptr<engine::Backend> makeTorchBackend(const TorchBackendOptions& options);

}  // namespace protolabel::fewshot
