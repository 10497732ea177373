#include "core/consensus/votes.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::consensus;

namespace {

labels::LabelVolume line(const std::vector<std::uint16_t>& voxels) {
    labels::LabelVolume volume({{2, 1, static_cast<int>(voxels.size()) / 2}, {1, 1, 1}});
    volume.voxels() = voxels;
    return volume;
}

}  // namespace

TEST(most_votes_win_and_ties_are_undecided) {
    const auto a = line({1, 1, 0, 2, 0, 7}), b = line({1, 0, 0, 1, 0, 7}), c = line({1, 1, 0, 3, 5, 7});
    const std::vector<const labels::LabelVolume*> all{&a, &b, &c};
    Votes votes(3);
    votes.add(all);
    CHECK_EQ(votes.ballots().size(), 6U);
    const auto verdicts = majority(votes);
    CHECK(!verdicts.at({2, 1, 3}));
    CHECK_EQ(verdicts.at({0, 0, 5}).value(), 0);
    const auto decided = decide(all, verdicts, 2);
    CHECK(decided.labels.voxels() == (std::vector<std::uint16_t>{1, 1, 0, 0, 0, 7}));
    CHECK(decided.undecided == (std::vector<std::int64_t>{0, 1, 0}));
    CHECK(decide(all, verdicts, 0).undecided == (std::vector<std::int64_t>{0, 1}));
}

TEST(voxels_of_one_ballot_are_counted_over_volumes) {
    const auto a = line({1, 1, 1, 0}), b = line({0, 0, 1, 0});
    Votes votes(2);
    votes.add({&a, &b});
    votes.add({&b, &a});
    CHECK_EQ(votes.ballots().at({1, 0}), 2);
    CHECK_EQ(votes.ballots().at({0, 1}), 2);
    CHECK_EQ(votes.ballots().at({1, 1}), 2);
    const auto shorter = line({1, 1});
    CHECK_ERROR("mask.size", votes.add({&a, &shorter}));
    CHECK_ERROR("mask.size", votes.add({&a}));
}
