#include "viewer/base/region.h"

#include "tests/support/check.h"

using namespace protolabel::viewer;

TEST(rectangles_unite_and_intersect) {
    const Rect a{2, 3, 4, 5}, b{5, 1, 6, 3};
    CHECK((united(a, b) == Rect{2, 1, 9, 7}));
    CHECK((intersection(a, b) == Rect{5, 3, 1, 1}));
    CHECK((united(a, Rect{}) == a));
    CHECK((united(Rect{}, b) == b));
    CHECK((intersection(a, Rect{20, 20, 1, 1}).empty()));
    CHECK_EQ(a.area(), 20);
}

TEST(boxes_cut_slices) {
    const protolabel::labels::Box box{{1, 2, 3}, {5, 7, 9}};
    CHECK((inSlice(box, 2, 3) == Rect{1, 2, 4, 5}));
    CHECK((inSlice(box, 1, 6) == Rect{1, 3, 4, 6}));
    CHECK((inSlice(box, 0, 4) == Rect{2, 3, 5, 6}));
    CHECK(inSlice(box, 2, 9).empty());
    CHECK(inSlice(box, 2, 2).empty());
}
