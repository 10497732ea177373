#include "core/fewshot/cuda_driver.h"

#include <dlfcn.h>

#include <array>
#include <string>

namespace protolabel::fewshot {

namespace {

/// The few functions needed of the CUDA driver's C interface, which is the same in every version since 4.0.
class Driver {
public:
    Driver() : library_(dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL)) {
        int (*start)(unsigned) = nullptr;
        usable_ = load(start, "cuInit") && load(get_, "cuDeviceGet") && load(name_, "cuDeviceGetName") &&
                  load(retain_, "cuDevicePrimaryCtxRetain") && load(push_, "cuCtxPushCurrent_v2") &&
                  load(pop_, "cuCtxPopCurrent_v2") && load(memory_, "cuMemGetInfo_v2") && start(0) == 0;
    }

    /// The primary context, which LibTorch shares, stays in use: making it anew is what takes time.
    void describe(int index, engine::DeviceInfo& info) const {
        int device = 0;
        if (!usable_ || get_(&device, index) != 0) return;
        std::array<char, 256> name{};
        if (name_(name.data(), static_cast<int>(name.size()) - 1, device) == 0) info.name = name.data();
        void* context = nullptr;
        if (retain_(&context, device) != 0 || push_(context) != 0) return;
        std::size_t free = 0, total = 0;
        if (memory_(&free, &total) == 0) {
            info.freeBytes = static_cast<std::int64_t>(free);
            info.totalBytes = static_cast<std::int64_t>(total);
        }
        pop_(&context);
    }

private:
    template <class Function>
    bool load(Function& function, const char* symbol) const {
        if (library_ == nullptr) return false;
        function = reinterpret_cast<Function>(dlsym(library_, symbol));
        return function != nullptr;
    }

    void* library_;
    bool usable_ = false;
    int (*get_)(int*, int) = nullptr;
    int (*name_)(char*, int, int) = nullptr;
    int (*retain_)(void**, int) = nullptr;
    int (*push_)(void*) = nullptr;
    int (*pop_)(void**) = nullptr;
    int (*memory_)(std::size_t*, std::size_t*) = nullptr;
};

}  // namespace

std::vector<engine::DeviceInfo> describeCudaDevices(int count) {
    std::vector<engine::DeviceInfo> devices;
    if (count == 0) return devices;
    static const Driver driver;
    for (int i = 0; i < count; ++i) {
        engine::DeviceInfo info;
        info.id = "cuda:" + std::to_string(i);
        driver.describe(i, info);
        devices.push_back(info);
    }
    return devices;
}

}  // namespace protolabel::fewshot
