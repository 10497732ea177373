#include "core/project/operations.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::project;

namespace {

const VolumeId kA{1};
const VolumeId kB{2};

}  // namespace

TEST(the_nearest_in_relative_position_first) {
    const std::vector<SupportPosition> supports{{kA, 0.9}, {kA, 0.1}, {kB, 0.45}, {kA, 0.6}};
    CHECK(chooseSupports(supports, kA, 0.5, 2) == (std::vector{2, 3}));
    CHECK(chooseSupports(supports, kA, 0.0, 1) == (std::vector{1}));
    CHECK(chooseSupports(supports, kA, 0.5, 9).size() == 4);
    CHECK(chooseSupports(supports, kA, 0.5, 0).empty());
    CHECK(chooseSupports({}, kA, 0.5, 3).empty());
}

TEST(the_same_volume_first_at_equal_distance) {
    // |0.4 - 0.5| and |0.6 - 0.5| differ in floating point.
    const std::vector<SupportPosition> supports{{kB, 0.4}, {kA, 0.6}, {kB, 0.6}};
    CHECK(chooseSupports(supports, kA, 0.5, 2) == (std::vector{1, 0}));
    CHECK(chooseSupports(supports, kB, 0.5, 2) == (std::vector{0, 2}));
}
