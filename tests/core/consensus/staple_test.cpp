#include "core/consensus/staple.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::consensus;

namespace {

/// A line of voxels with so many of each ballot.
Staple stapleOf(const std::vector<std::pair<Ballot, int>>& ballots) {
    const auto raters = ballots.front().first.size();
    std::vector<std::vector<std::uint16_t>> voxels(raters);
    for (const auto& [ballot, count] : ballots)
        for (std::size_t r = 0; r < raters; ++r)
            voxels[r].insert(voxels[r].end(), static_cast<std::size_t>(count), ballot[r]);
    std::vector<labels::LabelVolume> volumes;
    std::vector<const labels::LabelVolume*> all;
    for (const auto& one : voxels) {
        volumes.emplace_back(labels::Grid{{static_cast<int>(one.size()), 1, 1}, {1, 1, 1}});
        volumes.back().voxels() = one;
    }
    for (const auto& volume : volumes) all.push_back(&volume);
    Votes votes(raters);
    votes.add(all);
    JobControl control;
    return staple(votes, control);
}

}  // namespace

// itk::MultiLabelSTAPLEImageFilter of ITK 5.2 (termination threshold 1e-10) gives these labels and sensitivities, as does the expectation maximisation
// over the 1307 voxels in numpy from matrices of 0.99 on the diagonal, which gives the specificities.
TEST(three_raters_of_two_labels_as_itk_has_them) {
    const auto result = stapleOf({{{0, 0, 0}, 900},
                                  {{1, 1, 1}, 200},
                                  {{2, 2, 2}, 100},
                                  {{1, 1, 0}, 30},
                                  {{1, 0, 1}, 12},
                                  {{0, 1, 1}, 6},
                                  {{1, 0, 0}, 8},
                                  {{0, 1, 0}, 5},
                                  {{0, 0, 1}, 20},
                                  {{2, 2, 0}, 9},
                                  {{2, 1, 2}, 7},
                                  {{1, 2, 2}, 4},
                                  {{2, 0, 0}, 3},
                                  {{1, 1, 2}, 2}});
    CHECK(result.converged);
    const double sensitivity[3][2] = {{0.971732, 0.964479}, {0.944789, 0.939536}, {0.864133, 0.925013}};
    const double specificity[3][2] = {{0.989797, 0.997470}, {0.989038, 1.000000}, {0.981107, 0.998527}};
    for (std::size_t r = 0; r < 3; ++r)
        for (std::uint16_t label = 1; label <= 2; ++label) {
            CHECK_NEAR(result.raters[r].at(label).sensitivity, sensitivity[r][label - 1], 2e-6);
            CHECK_NEAR(result.raters[r].at(label).specificity, specificity[r][label - 1], 2e-6);
        }
    const std::vector<std::pair<Ballot, int>> labels = {
        {{0, 0, 0}, 0}, {{1, 1, 1}, 1}, {{2, 2, 2}, 2}, {{1, 1, 0}, 1}, {{1, 0, 1}, 1}, {{0, 1, 1}, 1}, {{1, 0, 0}, 0},
        {{0, 1, 0}, 0}, {{0, 0, 1}, 0}, {{2, 2, 0}, 2}, {{2, 1, 2}, 2}, {{1, 2, 2}, 2}, {{2, 0, 0}, 0}, {{1, 1, 2}, 1}};
    for (const auto& [ballot, label] : labels) CHECK_EQ(result.verdicts.at(ballot).value(), label);
}

// Two raters who miss and add as much as each other: nothing tells them apart.
TEST(raters_that_nothing_tells_apart_leave_it_undecided) {
    const auto result = stapleOf({{{0, 1}, 50}, {{1, 0}, 50}, {{2, 3}, 50}, {{3, 2}, 50}});
    CHECK(!result.verdicts.at({0, 1}));
    CHECK(!result.verdicts.at({2, 3}));
}

TEST(raters_of_one_mind_are_perfect) {
    const auto result = stapleOf({{{0, 0}, 90}, {{4, 4}, 10}});
    CHECK_EQ(result.raters[1].at(4).sensitivity, 1);
    CHECK_EQ(result.raters[1].at(4).specificity, 1);
    CHECK_EQ(result.verdicts.at({4, 4}).value(), 4);
}
