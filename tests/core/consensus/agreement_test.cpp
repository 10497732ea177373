#include "core/consensus/agreement.h"

#include "tests/core/consensus/boxes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::test;
using consensus::agreementOn;

// scipy.ndimage: erosion by the cross gives the surfaces, distance_transform_edt(sampling=(3, 2, 1)) the distances, numpy.percentile the 95 %.
TEST(two_boxes_agree_in_half) {
    const auto agreement = agreementOn(firstRater(), secondRater(false), 1, 6);
    CHECK_EQ(agreement.overlap.first, 48);
    CHECK_EQ(agreement.overlap.second, 60);
    CHECK_EQ(agreement.overlap.both, 27);
    CHECK_NEAR(agreement.overlap.dice(), 0.5, 1e-12);
    CHECK_NEAR(agreement.distances->hd95, 3.31742342552184, 1e-9);
    CHECK_NEAR(agreement.distances->average, 1.1633845993815968, 1e-9);
    CHECK_NEAR(agreement.firstMl, 0.288, 1e-12);
    CHECK_NEAR(agreement.secondMl, 0.360, 1e-12);
}

TEST(a_label_that_one_lacks_has_no_distance) {
    const auto one = agreementOn(firstRater(), secondRater(true), 2, 6);
    CHECK_EQ(one.overlap.second, 5);
    CHECK_EQ(one.overlap.dice(), 0);
    CHECK(!one.distances);
    CHECK(!one.absent());
    CHECK(agreementOn(firstRater(), secondRater(true), 3, 6).absent());
    CHECK_ERROR("mask.size", agreementOn(firstRater(), labels::LabelVolume({{8, 7, 5}, {1, 2, 3}}), 1, 6));
}
