#include "core/labels/edit_session.h"

#include <set>

#include "tests/core/labels/drawing.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;
using namespace protolabel::labels::test;

namespace {

Label label(int id, bool locked, bool visible = true) {
    return {LabelId{id}, "label " + std::to_string(id), {}, locked, visible};
}

/// Paints all of "0123": what the label 1 gets there.
std::string painted(const EditRules& rules, Stopped& stopped) {
    auto volume = volumeOf({{".123"}});
    EditSession session(volume, rules);
    session.paint({{0, 0, 0, 4}}, 1);
    stopped = session.stopped();
    std::string row;
    for (int i = 0; i < 4; ++i) row += static_cast<char>('0' + volume.at({i, 0, 0}));
    return row;
}

}  // namespace

TEST(paint_over_decides_what_gives_way) {
    Stopped stopped;
    EditRules rules;
    CHECK_EQ(painted(rules, stopped), "1111");
    CHECK(stopped == Stopped());

    rules.over = PaintOver::Background;
    CHECK_EQ(painted(rules, stopped), "1123");
    CHECK_EQ(stopped.kept, 2);
    CHECK_EQ(stopped.keptLabel, 3);

    rules.over = PaintOver::OneLabel;
    rules.onlyLabel = 2;
    CHECK_EQ(painted(rules, stopped), "0113");
    rules.onlyLabel = 0;
    CHECK_EQ(painted(rules, stopped), "1123");

    rules.over = PaintOver::Visible;
    rules.labels = {label(2, false, false), label(3, false, true)};
    CHECK_EQ(painted(rules, stopped), "1121");
    CHECK_EQ(stopped.keptLabel, 2);
}

TEST(locked_labels_stop_every_edit) {
    Stopped stopped;
    EditRules rules;
    rules.labels = {label(2, true)};
    CHECK_EQ(painted(rules, stopped), "1121");
    CHECK_EQ(stopped.locked, 1);
    CHECK_EQ(stopped.lockedLabel, 2);

    rules.labels = {label(1, true)};
    CHECK_EQ(painted(rules, stopped), "0123");
    CHECK_EQ(stopped.locked, 3);  // the voxel of label 1 wanted no change
    CHECK_EQ(stopped.lockedLabel, 1);

    auto volume = volumeOf({{".123"}});
    EditSession session(volume, rules);
    session.erase({{0, 0, 0, 4}}, 0);
    CHECK_EQ(volume.at({1, 0, 0}), 1);
    CHECK_EQ(volume.at({2, 0, 0}), 0);
    CHECK_EQ(session.stopped().locked, 1);
}

TEST(the_intensity_range_has_both_ends) {
    const std::vector<std::int16_t> values{40, 119, 120, 121};
    Stopped stopped;
    EditRules rules;
    rules.range = IntensityRange{80, 240};
    rules.image = ScalarView(values.data(), 2, 0);
    CHECK_EQ(painted(rules, stopped), "1113");  // 80, 238, 240 inside, 242 not
    CHECK_EQ(stopped.outOfRange, 1);
    CHECK(!IntensityRange({0, 1}).contains(std::nan("")));

    rules.image = ScalarView();
    LabelVolume volume({{1, 1, 1}, {1, 1, 1}});
    CHECK_ERROR("edit.range", EditSession(volume, rules));
}

TEST(erasing_takes_one_label_or_all) {
    auto volume = volumeOf({{"1223", "2.21"}});
    {
        EditSession session(volume, {});
        session.erase({{0, 0, 0, 4}, {0, 1, 0, 4}}, 2);
        CHECK(runsOf(volume, 2, volume.grid().box()).empty());
        CHECK(runsOf(volume, 0, volume.grid().box()) == (VoxelRuns{{0, 0, 1, 3}, {0, 1, 0, 3}}));
        session.erase({{0, 0, 0, 9}, {0, 1, -2, 9}}, 0);
        CHECK(runsOf(volume, 0, volume.grid().box()) == (VoxelRuns{{0, 0, 0, 4}, {0, 1, 0, 4}}));
        CHECK_EQ(session.delta().voxels(), 7);
    }
    CHECK(volume.voxels() == volumeOf({{"1223", "2.21"}}).voxels());  // an abandoned session leaves nothing behind
}

TEST(rollback_is_exact_whatever_happened) {
    Numbers random(3);
    for (int round = 0; round < 50; ++round) {
        LabelVolume volume({{1 + random.below(20), 1 + random.below(9), 1 + random.below(6)}, {1, 1, 1}});
        for (auto& voxel : volume.voxels()) voxel = static_cast<std::uint16_t>(random.below(4));
        const auto before = volume.voxels();
        EditSession session(volume, {});
        for (int step = 0; step < 12; ++step) {
            const auto runs = randomVoxels(volume.grid(), 0.5, random);
            const auto id = static_cast<std::uint16_t>(random.below(4));
            id == 0 ? session.erase(runs, 0) : session.paint(runs, id);
        }
        Box changed;
        for (int k = 0; k < volume.grid().size[2]; ++k)
            for (int j = 0; j < volume.grid().size[1]; ++j)
                for (int i = 0; i < volume.grid().size[0]; ++i) {
                    if (volume.at({i, j, k}) == before[volume.grid().offset(i, j, k)]) continue;
                    changed = changed.united({{i, j, k}, {i + 1, j + 1, k + 1}});
                }
        for (int axis = 0; axis < 3; ++axis) {
            const auto told = session.delta().slices(volume.grid(), axis);
            LabelVolume copy(volume.grid());
            copy.voxels() = before;
            for (const auto& [slice, pixels] : told)
                for (const auto& run : pixels)
                    for (int x = run.begin; x < run.end; ++x) {
                        const auto v = Plane{axis, slice}.voxel(x, run.y);
                        copy.row(v[1], v[2])[v[0]] = volume.at(v);
                    }
            CHECK(copy.voxels() == volume.voxels());  // what is told is all that changed
        }
        CHECK(changed.intersected(session.delta().bounds()) == changed);
        CHECK(changed.intersected(session.takeChanged()) == changed);
        CHECK(session.takeChanged().empty());
        session.rollback();
        CHECK(volume.voxels() == before);
        CHECK(session.delta().empty());
        CHECK(changed.intersected(session.takeChanged()) == changed);  // to be drawn as it was
    }
}

TEST(a_commit_keeps_and_says_which_slices) {
    auto volume = volumeOf({{"...", "..."}, {"...", "..."}, {"...", "..."}});
    StrokeDelta delta;
    {
        EditSession session(volume, {});
        session.paint({{0, 1, 1, 3}, {2, 1, 0, 1}}, 5);
        delta = session.commit();
        CHECK(session.delta().empty());
    }
    CHECK_EQ(volume.at({2, 1, 0}), 5);
    using Slices = std::map<int, std::vector<PlaneRun>>;
    CHECK((delta.slices(volume.grid(), 0) == Slices{{0, {{2, 1, 2}}}, {1, {{0, 1, 2}}}, {2, {{0, 1, 2}}}}));
    CHECK((delta.slices(volume.grid(), 1) == Slices{{1, {{0, 1, 3}, {2, 0, 1}}}}));
    CHECK((delta.slices(volume.grid(), 2) == Slices{{0, {{1, 1, 3}}}, {2, {{1, 0, 1}}}}));
    CHECK_EQ(delta.voxels(), 3);
    delta.restore(volume);
    CHECK(runsOf(volume, 5, volume.grid().box()).empty());
}

TEST(the_record_grows_with_the_change_only) {
    LabelVolume volume({{512, 512, 4}, {1, 1, 1}});
    EditSession session(volume, {});
    VoxelRuns all;
    for (int k = 0; k < 4; ++k)
        for (int j = 0; j < 512; ++j) all.push_back({k, j, 0, 512});
    for (int n = 0; n < 10; ++n) session.paint(all, 1);
    CHECK_EQ(session.delta().voxels(), 512 * 512 * 4);
    CHECK(session.delta().bytes() <= 4 * 512 * 16);  // one run a row, and the same again costs nothing
}

TEST(what_has_its_label_is_reached) {
    auto volume = volumeOf({{".123"}});
    EditRules rules;
    rules.labels = {label(3, true)};
    EditSession session(volume, rules);
    session.paint({{0, 0, 0, 4}}, 1);
    CHECK_EQ(session.reached(), 3);
    CHECK_EQ(session.delta().voxels(), 2);
    session.erase({{0, 0, 0, 4}}, 1);
    CHECK_EQ(session.reached(), 3);
}

TEST(replace_moves_only_what_differs) {
    auto volume = volumeOf({{"11112..."}});
    EditSession session(volume, {});
    const auto before = runsOf(volume, 1, volume.grid().box());
    session.replace(before, {{0, 0, 2, 7}}, 1);
    CHECK(runsOf(volume, 1, volume.grid().box()) == (VoxelRuns{{0, 0, 2, 7}}));
    CHECK_EQ(session.delta().voxels(), 5);
}
