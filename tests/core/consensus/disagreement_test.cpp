#include "core/consensus/disagreement.h"

#include "tests/core/consensus/boxes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::test;

// scipy.ndimage.label of every pair of labels: 33, 21, 4 and 1 voxels, each in one part.
TEST(differences_are_listed_by_size) {
    JobControl control;
    const auto found = consensus::disagreements(firstRater(), secondRater(true), 2, control);
    CHECK_EQ(found.size(), 4U);
    const auto check = [&](std::size_t n, int mine, int theirs, std::int64_t voxels) {
        CHECK_EQ(found[n].mine, mine);
        CHECK_EQ(found[n].theirs, theirs);
        CHECK_EQ(found[n].voxels, voxels);
    };
    check(0, 0, 1, 33);
    check(1, 1, 0, 21);
    check(2, 0, 2, 4);
    check(3, 1, 2, 1);
    CHECK(found[3].centre == (labels::Index3{2, 2, 1}));
    CHECK(found[2].box == (labels::Box{{0, 0, 1}, {2, 1, 3}}));
    // The second's box goes on where the first's has ended: slice 4 alone holds 15 of the 33 voxels.
    CHECK_EQ(found[0].centre[2], 4);
    CHECK(found[0].centre == (labels::Index3{4, 3, 4}));  // the middle of i 2 to 6, j 2 to 4
}

TEST(a_part_is_known_again) {
    JobControl control;
    const auto once = consensus::disagreements(firstRater(), secondRater(true), 2, control);
    auto theirs = secondRater(true);
    fillBox(theirs, {{7, 6, 5}, {8, 7, 6}}, 1);  // elsewhere
    const auto again = consensus::disagreements(firstRater(), theirs, 2, control);
    CHECK_EQ(again.size(), 5U);
    CHECK_EQ(again[0].key(), once[0].key());
    CHECK(once[0].key() != once[1].key());
    CHECK(consensus::disagreements(theirs, theirs, 2, control).empty());
}
