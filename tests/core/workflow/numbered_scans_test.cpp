#include "core/workflow/numbered_scans.h"

#include <fstream>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::test;
namespace fs = std::filesystem;

static void touch(const fs::path& folder, std::initializer_list<const char*> names) {
    fs::create_directories(folder);
    for (const auto* name : names) std::ofstream(folder / name) << "x";
}

TEST(pairs_are_sorted_by_number) {
    TemporaryFolder f;
    touch(f.path(), {"image_10.nii.gz", "image_9.nii.gz", "label_10.nii.gz", "label_9.nii.gz", "readme.txt"});
    const auto scans = workflow::pairScans(f.path(), f.path(), {});
    CHECK_EQ(scans.size(), 2U);
    CHECK_EQ(scans.begin()->first, 9);
    CHECK_EQ(scans.rbegin()->second.labels.filename().string(), "label_10.nii.gz");
}

TEST(folders_of_their_own_need_no_prefix) {
    TemporaryFolder f;
    touch(f / "i", {"patient_007_0000.nii"});
    touch(f / "j", {"scan7.nrrd", "scan12.nrrd"});
    touch(f / "l", {"seg07.nii", "seg12.nii"});
    touch(f / "s", {"s7.nii", "s12.nii"});
    const auto scans = workflow::pairScans(f / "j", f / "l", f / "s");
    CHECK_EQ(scans.at(7).labels.filename().string(), "seg07.nii");
    CHECK_EQ(scans.at(12).supervoxels.filename().string(), "s12.nii");
    CHECK_EQ(workflow::numberedFiles(f / "i", "image").begin()->first, 0);
}

TEST(what_has_no_partner_is_named) {
    TemporaryFolder f;
    touch(f.path(), {"image_1.nii", "image_2.nii", "label_1.nii"});
    CHECK(CHECK_ERROR("evaluate.pairs", workflow::pairScans(f.path(), f.path(), {})).find("image_2.nii") !=
          std::string::npos);
    touch(f.path(), {"label_2.nii", "label_02.nii"});
    CHECK_ERROR("evaluate.pairs", workflow::pairScans(f.path(), f.path(), {}));
    fs::create_directory(f / "empty");
    CHECK_ERROR("evaluate.pairs", workflow::pairScans(f / "empty", f / "empty", {}));
    CHECK_ERROR("file.missing", workflow::pairScans(f / "none", f / "none", {}));
}
