#pragma once

#include <filesystem>
#include <vector>

#include "core/project/records.h"
#include "storage/connection.h"

/// Rows of the table `volume`. Throws SQLite::Exception.
namespace protolabel::storage {

/// A path as the project keeps it: relative to the project's folder, so that both can move together; absolute when they have not
/// even their first folder in common. Both arguments are absolute.
std::string storedPath(const std::filesystem::path& path, const std::filesystem::path& projectFolder);

std::vector<project::VolumeRecord> readVolumes(Connection& connection, const std::filesystem::path& projectFolder);
VolumeId insertVolume(Connection& connection, const project::VolumeRecord& record,
                      const std::filesystem::path& projectFolder);
void updateVolume(Connection& connection, const project::VolumeRecord& record,
                  const std::filesystem::path& projectFolder);

}  // namespace protolabel::storage
