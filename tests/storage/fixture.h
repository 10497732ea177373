#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/project/project_store.h"
#include "tests/support/check.h"

/// Small projects for the tests of storage and core/project.
namespace protolabel::test {

/// 4 x 3 pixels a slice, 5 slices along k.
project::VolumeRecord tinyVolume(const std::string& name, const std::filesystem::path& path = "/data/image.nii.gz");
labels::LabelSlice tinySlice(std::vector<std::uint16_t> pixels);
labels::Mask tinyMask(std::vector<std::uint8_t> pixels);
labels::Label label(int id, const std::string& name);

/// A new project with labels 1 "liver" and 2 "spleen" and a tiny volume "a" of id `*volume`.
std::unique_ptr<project::ProjectStore> newProject(const std::filesystem::path& file, VolumeId* volume = nullptr);

/// One named edit.
EditId edit(project::ProjectStore& store, const std::function<void(project::ProjectWriter&)>& writes,
            const std::string& name = "edit");

/// Bytes of a page of an SQLite file, from its header.
int pageSize(const std::filesystem::path& file);

/// Runs `f` in another process; empty, or what it failed with.
std::string inOtherProcess(const std::function<void()>& f);

}  // namespace protolabel::test
