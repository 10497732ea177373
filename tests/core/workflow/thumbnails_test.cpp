#include "core/workflow/thumbnails.h"

#include <fstream>

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::Thumbnails;
namespace fs = std::filesystem;

TEST(pictures_are_kept_by_content) {
    BlocksProject p;
    const auto volume = p.store->volumes()[0];
    Thumbnails thumbnails(p.folder / "cache/thumbnails");
    CHECK(!thumbnails.find(volume));
    const auto made = thumbnails.make(volume);
    CHECK_EQ(made.width, 96);  // 64 x 64 pixels of 1 mm
    CHECK_EQ(made.height, 96);

    // Another project, the image gone: the picture is still there.
    auto other = volume;
    other.id = VolumeId{77};
    other.name = "x";
    fs::remove(p.folder / "a.nii");
    Thumbnails again(p.folder / "cache/thumbnails");
    CHECK(again.find(other) == made);
    CHECK(again.make(other) == made);
    other.sliceAxis = 0;
    CHECK(!again.find(other));
    CHECK(!again.find(p.store->volumes()[1]));
    CHECK_ERROR("volume.missing", again.make(other));
}

TEST(a_damaged_picture_is_made_again) {
    BlocksProject p;
    const auto volume = p.store->volumes()[0];
    const auto folder = p.folder / "cache";
    const auto made = Thumbnails(folder).make(volume);
    for (const auto& entry : fs::directory_iterator(folder)) std::ofstream(entry.path()) << "no picture";
    CHECK(!Thumbnails(folder).find(volume));
    CHECK(Thumbnails(folder).make(volume) == made);
    CHECK(Thumbnails("").make(volume) == made);
}
