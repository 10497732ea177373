#include "core/refine/alignment.h"

#include <cmath>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::refine;

namespace {

/// 0.2 everywhere but at `slice`, where it is 0.05, and at its neighbours, where it is 0.1.
Landmark at(int there, int slice, int slices) {
    Landmark landmark{there, std::vector<double>(static_cast<std::size_t>(slices), 0.2)};
    landmark.distances.at(static_cast<std::size_t>(slice)) = 0.05;
    for (const int next : {slice - 1, slice + 1})
        if (next >= 0 && next < slices) landmark.distances.at(static_cast<std::size_t>(next)) = 0.1;
    return landmark;
}

std::vector<LandmarkedLabel> one(std::vector<Landmark> landmarks, std::optional<Extent> extent) {
    return {{std::move(landmarks), extent}};
}

TEST(extents_follow_what_is_drawn_and_proposed) {
    // 3, 6, 9 stand for three slices each.
    CHECK(extentOf({3, 6, 9}, {}) == (Extent{2, 11}));
    CHECK(extentOf({4, 5, 6, 7, 8}, {}) == (Extent{4, 9}));
    CHECK(!extentOf({4, 5, 6, 7}, {}).has_value());
    CHECK(!extentOf({4}, {}).has_value());
    CHECK(extentOf({3, 6}, std::vector<int>{1, 4, 5, 7, 8, 10}) == (Extent{3, 9}));  // 1 and 10 lie apart
    CHECK(extentOf({0, 1}, std::vector<int>{2}) == (Extent{0, 3}));
    CHECK(extentOf({5}, std::vector<int>{}) == (Extent{5, 6}));
}

TEST(landmarks_move_the_object_to_where_it_looks_alike) {
    // Shown at 3, 6, 9 of 20 slices there, found at 8, 11, 14 of 20 slices here: moved by 5.
    const Slices size{20, 5};
    const auto alignment = aligned(size, size, one({at(3, 8, 20), at(6, 11, 20), at(9, 14, 20)}, Extent{2, 11}));
    CHECK_NEAR(alignment.scale, 1, 1e-12);
    CHECK_NEAR(alignment.of(2), 7, 1e-12);
    CHECK_NEAR(alignment.of(11), 16, 1e-12);
}

TEST(a_longer_object_is_stretched) {
    // 4, 10, 16 of 30 there, 6, 13, 20 of 30 here: 7 / 6 as long, log 0.154; steps of the scale are 0.05.
    const Slices size{30, 4};
    const auto alignment = aligned(size, size, one({at(4, 6, 30), at(10, 13, 30), at(16, 20, 30)}, Extent{1, 20}));
    CHECK_NEAR(std::log(alignment.scale), 0.15, 0.051);
    CHECK_NEAR(alignment.of(10.5), 13.5, 0.5);
}

TEST(lengths_are_compared_in_mm) {
    // Slices of half the thickness here: everything is twice as many slices long. 3, 6, 9 there: 3 -> 7, 6 -> 13, 9 -> 19.
    const auto alignment =
        aligned({40, 2.5}, {20, 5}, one({at(3, 7, 40), at(6, 13, 40), at(9, 19, 40)}, Extent{2, 11}));
    CHECK_NEAR(alignment.scale, 2, 1e-12);
    CHECK_NEAR(alignment.of(2), 5, 0.5);
    CHECK_NEAR(alignment.of(11), 23, 0.5);
}

TEST(what_tells_nothing_leaves_the_relative_position) {
    const auto flat = [](int there, int slices) {
        return Landmark{there, std::vector<double>(static_cast<std::size_t>(slices), 0.1)};
    };
    const auto alignment = aligned({20, 5}, {10, 5}, one({flat(4, 20)}, Extent{3, 7}));
    CHECK_NEAR(alignment.scale, 1, 1e-12);
    CHECK_NEAR(alignment.of(5), 10, 1e-12);  // the middle stays the middle
}

TEST(labels_of_one_volume_move_together) {
    // The second label is found nowhere; it goes where the first one's landmarks say.
    const Slices size{20, 5};
    std::vector<LandmarkedLabel> labels = one({at(3, 6, 20), at(6, 9, 20), at(9, 12, 20)}, Extent{2, 11});
    labels.push_back({{{12, std::vector<double>(20, 0.3)}}, Extent{11, 14}});
    const auto alignment = aligned(size, size, labels);
    CHECK_NEAR(alignment.of(11), 14, 1e-12);
    CHECK_NEAR(alignment.of(14), 17, 1e-12);
}

TEST(the_object_stays_in_the_volume) {
    // Found only at the last slice of a short volume, although its drawn extent is longer than the volume.
    const auto alignment = aligned({4, 5}, {20, 5}, one({at(10, 3, 4)}, Extent{5, 15}));
    CHECK(alignment.of(10) >= 0);
    CHECK(alignment.of(10) <= 4);
    // One slice.
    const auto single = aligned({1, 5}, {1, 5}, one({{0, {0.1}}}, Extent{0, 1}));
    CHECK_NEAR(single.of(0.5), 0.5, 0.26);
}

}  // namespace
