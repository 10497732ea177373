# Target `torch`: LibTorch 1.13 to 2.x. Debian's libtorch-dev and PyTorch's own LibTorch both ship TorchConfig.cmake.
if(PROTOLABEL_WORKER_ONLY)
    find_package(CUDAToolkit QUIET)
    if(TARGET CUDA::nvtx3 AND NOT TARGET CUDA::nvToolsExt)
        # LibTorch's own files may ask for a library that CUDA 12.9 no longer has.
        add_library(CUDA::nvToolsExt INTERFACE IMPORTED)
        target_link_libraries(CUDA::nvToolsExt INTERFACE CUDA::nvtx3)
    endif()
    set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)  # LibTorch lies outside of the system's folders
endif()
find_package(Torch REQUIRED)
add_library(protolabel_torch INTERFACE)
target_include_directories(protolabel_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(protolabel_torch INTERFACE ${TORCH_LIBRARIES})
separate_arguments(PROTOLABEL_TORCH_FLAGS UNIX_COMMAND "${TORCH_CXX_FLAGS}")
if(PROTOLABEL_WORKER_ONLY)
    add_compile_options(${PROTOLABEL_TORCH_FLAGS})  # its strings may have the old ABI, and every library here shares strings with it
else()
    target_compile_options(protolabel_torch INTERFACE ${PROTOLABEL_TORCH_FLAGS})
endif()
# Without it at::parallel_for is a loop on one thread. LibTorch uses it as well.
find_package(OpenMP REQUIRED COMPONENTS CXX)
find_package(nlohmann_json 3.10 REQUIRED)
