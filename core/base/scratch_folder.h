#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <system_error>

namespace protolabel {

/// A folder of its own below the system's temporary folder, removed with it. Throws std::filesystem::filesystem_error when it
/// cannot be made.
struct ScratchFolder {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("protolabel-" + std::to_string(std::random_device{}()));
    ScratchFolder() { std::filesystem::create_directories(path); }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
};

}  // namespace protolabel
