#include "core/workflow/refining.h"

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using project::ReviewState;

/// A slice that somebody has only begun to draw must not tell the others that the rest of the object is not there.
TEST(only_slices_that_somebody_vouches_for_count_as_drawn) {
    BlocksProject p;
    const auto a = p.store->volumes()[0];
    const auto complete = [&] { return workflow::completeSlices(*p.store, a.id, p.store->labels()); };
    const std::map<LabelId, std::vector<int>> supports{{LabelId{1}, {3}}, {LabelId{2}, {3}}};
    CHECK(complete() == supports);
    p.draw("big", "4", false);
    CHECK(complete() == supports);
    const auto info = named("mark");
    const auto mark = [&](ReviewState state) {
        p.store->transact(info, [&](project::ProjectWriter& writer) { writer.putReviewState(a.id, 4, state); });
        return complete().at(LabelId{1});
    };
    const std::vector<int> one{3}, both{3, 4};
    CHECK(mark(ReviewState::Corrected) == one);  // one stroke on a slice with a proposal does that
    CHECK(mark(ReviewState::Flagged) == one);
    CHECK(mark(ReviewState::Accepted) == both);
    CHECK(mark(ReviewState::Confirmed) == both);
    CHECK(complete().at(LabelId{2}) == one);  // it is not on that slice
}
