# Target `torch`: LibTorch 1.13 to 2.x. Debian's libtorch-dev and PyTorch's own LibTorch both ship TorchConfig.cmake.
find_package(Torch REQUIRED)
add_library(protolabel_torch INTERFACE)
target_include_directories(protolabel_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(protolabel_torch INTERFACE ${TORCH_LIBRARIES})
separate_arguments(PROTOLABEL_TORCH_FLAGS UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(protolabel_torch INTERFACE ${PROTOLABEL_TORCH_FLAGS})
# Without it at::parallel_for is a loop on one thread. LibTorch uses it as well.
find_package(OpenMP REQUIRED COMPONENTS CXX)
find_package(nlohmann_json 3.10 REQUIRED)
