#include "core/engine/folds.h"

#include "tests/support/check.h"

using protolabel::engine::classGroups;
using protolabel::engine::requireClasses;
using protolabel::engine::testVolumesOf;

namespace {

/// The published table: [start, end) of each fold, and volume 0 in the last.
void checkTable(int volumes, const std::vector<std::pair<int, int>>& table) {
    for (int fold = 0; fold < 5; ++fold) {
        std::vector<int> expected;
        if (fold == 4) expected.push_back(0);
        for (int i = table[fold].first; i < table[fold].second; ++i) expected.push_back(i);
        CHECK(testVolumesOf(volumes, fold) == expected);
    }
}

}  // namespace

TEST(folds_of_the_published_data_sets) {
    checkTable(20, {{0, 5}, {4, 9}, {8, 13}, {12, 17}, {16, 20}});    // CHAOS
    checkTable(35, {{0, 8}, {7, 15}, {14, 22}, {21, 29}, {28, 35}});  // CMR
    checkTable(30, {{0, 7}, {6, 13}, {12, 19}, {18, 25}, {24, 30}});  // SABS
}

TEST(folds_of_any_number_of_volumes_cover_all_and_leave_some_to_train_on) {
    for (int volumes = 5; volumes <= 60; ++volumes) {
        std::vector<int> times(volumes, 0);
        for (int fold = 0; fold < 5; ++fold) {
            const auto tests = testVolumesOf(volumes, fold);
            CHECK(tests.size() >= 2 && static_cast<int>(tests.size()) <= volumes - 2);
            for (const int volume : tests) ++times.at(volume);
        }
        for (const int count : times) CHECK(count >= 1);
    }
}

TEST(impossible_folds_are_refused) {
    CHECK_ERROR("folds.few", testVolumesOf(4, 0));
    CHECK_ERROR("folds.number", testVolumesOf(20, 5));
    CHECK_ERROR("folds.number", testVolumesOf(20, -1));
}

// methods.md, Training, Setting 2: {liver 1, spleen 4} and {right kidney 2, left kidney 3}.
TEST(classes_are_left_out_in_the_published_groups) {
    using Groups = std::vector<std::vector<int>>;
    CHECK(classGroups({1, 2, 3, 4}, 1) == (Groups{{1, 2, 3, 4}}));
    CHECK(classGroups({1, 2, 3, 4}, 2) == (Groups{{1, 4}, {2, 3}}));
    CHECK(classGroups({200, 500, 600}, 2) == (Groups{{200}, {500}, {600}}));
}

TEST(labels_that_no_volume_has_are_refused) {
    requireClasses({2, 1}, {1, 2, 4});
    requireClasses({}, {1});
    CHECK(CHECK_ERROR("evaluate.classes", requireClasses({1, 77}, {1, 2, 4})) ==
          "no volume has label 77; there are 1, 2, 4");
}
