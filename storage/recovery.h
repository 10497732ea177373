#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace protolabel::storage {

/// What can be read of a damaged project.
struct Recovery {
    std::int64_t volumes = 0;
    std::int64_t labels = 0;
    std::int64_t slices = 0;  ///< annotated
    std::int64_t supports = 0;
    std::int64_t proposals = 0;
    std::int64_t models = 0;
    std::int64_t dropped = 0;  ///< read, but of no use: masks that do not decode, rows of a lost volume
};

/// "3 volumes, 2 labels, 40 annotated slices, ... can be read", for messages.
std::string describe(const Recovery& recovery);

/// Copies every readable row of a damaged project into the new project `out`, without undo history. Damaged pages are stepped over.
/// Labels whose names are lost but whose voxels are there get new names. The damaged file is not changed.
/// Throws Error "project.damaged" when nothing can be read, and what createProject throws for `out`.
Recovery recoverProject(const std::filesystem::path& file, const std::filesystem::path& out);

/// What recoverProject would find, without writing anything; zeros when nothing can be read.
Recovery surveyProject(const std::filesystem::path& file);

}  // namespace protolabel::storage
