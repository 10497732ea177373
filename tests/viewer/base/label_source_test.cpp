#include "viewer/base/label_source.h"

#include <numeric>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::viewer;

TEST(rectangles_of_all_axes_are_read) {
    auto ids = std::make_shared<std::vector<std::uint16_t>>(4 * 5 * 6);
    std::iota(ids->begin(), ids->end(), std::uint16_t{0});  // i + 4 j + 20 k
    const DenseLabels labels({4, 5, 6}, ids);
    std::vector<std::uint16_t> out(4);
    labels.read(2, 5, {1, 2, 2, 2}, out);
    CHECK((out == std::vector<std::uint16_t>{109, 110, 113, 114}));
    labels.read(1, 4, {0, 1, 2, 2}, out);
    CHECK((out == std::vector<std::uint16_t>{36, 37, 56, 57}));
    labels.read(0, 3, {2, 0, 2, 2}, out);
    CHECK((out == std::vector<std::uint16_t>{11, 15, 31, 35}));
}

TEST(changes_of_the_owner_are_seen) {
    auto ids = std::make_shared<std::vector<std::uint16_t>>(8, 0);
    const DenseLabels labels({2, 2, 2}, ids);
    {
        const auto guard = labels.lock();
        ids->back() = 9;
    }
    std::uint16_t id = 0;
    labels.read(2, 1, {1, 1, 1, 1}, {&id, 1});
    CHECK_EQ(id, 9);
}
