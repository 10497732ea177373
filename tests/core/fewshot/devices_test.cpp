#include "core/fewshot/devices.h"

#include "tests/support/check.h"

using namespace protolabel::fewshot;

namespace {

c10::Error failure(const char* text) {
    return {{__func__, __FILE__, __LINE__}, text};
}

bool outOfMemory(const char* text) {
    return isOutOfMemory(failure(text));
}

bool lost(const char* text) {
    return isDeviceLost(failure(text));
}

}  // namespace

// Texts of LibTorch's allocators and of its cuDNN and cuBLAS code, 1.13 to 2.9.
TEST(every_way_of_saying_that_memory_does_not_suffice_is_known) {
    for (const char* text :
         {"CUDA out of memory. Tried to allocate 2.00 GiB",
          "[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 "
          "bytes",
          "DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes", "Not enough memory for workspace!",
          "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
          "GET was unable to find an engine to execute this computation"}) {
        CHECK(outOfMemory(text));
        CHECK(!lost(text));
    }
}

TEST(a_gpu_that_failed_is_told_from_a_mistake) {
    CHECK(lost("CUDA error: an illegal memory access was encountered"));
    CHECK(lost("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"));
    for (const char* text :
         {"The size of tensor a (2) must match the size of tensor b (3)", "CUDA error: out of memory"})
        CHECK(!lost(text));
    CHECK(!outOfMemory("The size of tensor a (2) must match the size of tensor b (3)"));
}
