#include "core/review/queue.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::review;

namespace {

const LabelId kLiver{1}, kSpleen{2};
const VolumeId kA{1}, kB{2};

SliceFacts proposed(std::int64_t pixels, double confidence = 0.7, double distance = 0.1, LabelId label = kLiver) {
    return {ReviewState::Proposed, {{label, confidence, distance, pixels}}, {}, 0};
}
SliceFacts annotated(ReviewState state, LabelId label = kLiver) {
    return {state, {}, {label}, 0};
}

using Places = std::vector<std::pair<std::int64_t, int>>;
Places placesOf(const std::vector<Place>& queue) {
    Places places;
    for (const auto& place : queue) places.emplace_back(place.volume.value, place.slice);
    return places;
}
Places list(const ProjectFacts& project, Which which, Order order = Order::Gain,
            const std::set<LabelId>& labels = {kLiver, kSpleen}) {
    return placesOf(makeQueue(project, {which, order, labels, {}}));
}

}  // namespace

TEST(the_gain_is_the_share_of_wrong_pixels) {
    ProjectFacts project;
    project[kA].touched = {{0, proposed(300, 0.8, 0.05)}, {8, proposed(100, 0.55, 0.3)}};
    const auto queue = makeQueue(project, {Which::Open, Order::Gain, {kLiver}, {}});
    CHECK_EQ(queue.size(), 2u);
    CHECK_EQ(queue[0].slice, 8);  // (1 - 0.0595) 100 / 400 = 0.235
    CHECK_NEAR(queue[0].gain, (1 - 0.05952436597650154) / 4, 1e-9);
    CHECK_NEAR(queue[1].gain, (1 - 0.8341044139014865) * 3 / 4, 1e-9);
    CHECK(queue[0].why == Reason::Far);
    CHECK_EQ(queue[0].distance, 0.3);
    // What the supports taught: the near one is worse than thought by 0.2, (1 - 0.634) 3 / 4 = 0.274.
    CHECK_EQ(makeQueue(project, {Which::Open, Order::Gain, {kLiver}, {{kLiver, -0.2}}})[0].slice, 0);
}

TEST(neighbours_do_not_all_come_first) {
    ProjectFacts project;
    // Gains fall slowly from slice 5 on; the first is followed by the one farthest away, not by its neighbour.
    for (int slice = 0; slice < 5; ++slice) project[kA].touched[slice] = proposed(104 - slice);
    project[kB].touched[0] = proposed(10);
    // a: 0; 1 is worth 1/4 of its gain, 2: .545, 3: .724, 4: .833. b has one slice, gain 5 times that of a's.
    CHECK((list(project, Which::Open) == Places{{2, 0}, {1, 0}, {1, 4}, {1, 2}, {1, 1}, {1, 3}}));
    // A slice that is finished counts as taken: what is left keeps its order.
    project[kA].touched[0] = annotated(ReviewState::Accepted);
    CHECK((list(project, Which::Open) == Places{{2, 0}, {1, 4}, {1, 2}, {1, 1}, {1, 3}}));
}

TEST(volume_by_volume) {
    ProjectFacts project;
    project[kA].touched = {{1, proposed(10, 0.85, 0.01)}, {3, proposed(10, 0.85, 0.01)}};
    project[kB].touched = {{0, proposed(10, 0.6, 0.2)}, {2, proposed(10, 0.7, 0.2)}};
    CHECK((list(project, Which::Open, Order::ByVolume) == Places{{2, 0}, {2, 2}, {1, 1}, {1, 3}}));
}

TEST(which_slices_are_listed) {
    ProjectFacts project;
    auto& a = project[kA];
    a.slices = 8;
    a.touched[0] = proposed(5);
    a.touched[1] = {ReviewState::Corrected, {{kSpleen, 0.7, 0.1, 5}}, {kLiver}, 0};
    a.touched[2] = annotated(ReviewState::Accepted);
    a.touched[3] = {ReviewState::Flagged, {}, {}, 1};
    a.touched[4] = annotated(ReviewState::Confirmed);
    a.touched[5] = annotated(ReviewState::Untouched);  // drawn
    CHECK((list(project, Which::Open) == Places{{1, 0}, {1, 1}, {1, 3}}));
    CHECK((list(project, Which::Open, Order::Gain, {kSpleen}) == Places{{1, 1}, {1, 3}}));
    CHECK((list(project, Which::Untouched) == Places{{1, 6}, {1, 7}}));
    CHECK((list(project, Which::Proposed) == Places{{1, 0}}));
    CHECK((list(project, Which::Corrected) == Places{{1, 1}}));
    CHECK((list(project, Which::Accepted) == Places{{1, 2}}));
    CHECK((list(project, Which::Flagged) == Places{{1, 3}}));
    CHECK((list(project, Which::Confirmed) == Places{{1, 4}}));
    CHECK((list(project, Which::Finished) == Places{{1, 2}, {1, 5}}));
    CHECK((list(project, Which::Commented) == Places{{1, 3}}));
    CHECK(list(project, Which::Accepted, Order::Gain, {kSpleen}).empty());
}

TEST(why_a_slice_is_worth_a_look) {
    ProjectFacts project;
    auto& slices = project[kA].touched;
    slices[0] = proposed(100, 0.6);
    for (const int slice : {2, 3, 4, 6, 7, 8}) slices[slice] = proposed(100);
    slices[3] = proposed(20);  // beside two of 100
    slices[7] = proposed(1000);
    for (int slice = 10; slice < 20; ++slice) slices[slice] = proposed(80);
    slices[14].comments = 1;
    std::map<int, Reason> why;
    for (const auto& place : makeQueue(project, {Which::Open, Order::Gain, {kLiver}, {}})) why[place.slice] = place.why;
    CHECK(why[0] == Reason::Unsure);
    CHECK(why[3] == Reason::OddSize);
    CHECK(why[7] == Reason::OddSize);
    CHECK(why[12] == Reason::Routine);
    CHECK(why[14] == Reason::Commented);
}

TEST(stepping_goes_around) {
    ProjectFacts project;
    project[kA].touched = {{0, proposed(5)}, {4, proposed(4)}};
    const auto queue = makeQueue(project, {Which::Open, Order::Gain, {kLiver}, {}});
    CHECK_EQ(step(queue, kA, 0, 1)->slice, 4);
    CHECK_EQ(step(queue, kA, 4, 1)->slice, 0);
    CHECK_EQ(step(queue, kA, 0, -1)->slice, 4);
    CHECK_EQ(step(queue, kB, 3, 1)->slice, 0);
    CHECK(step({}, kA, 0, 1) == nullptr);
}
