// Commands over the annotation, each against voxels worked out by hand.
#include "ui/session/volume_edits.h"

#include <QCoreApplication>

#include "tests/ui/session/drawing_desk.h"

using namespace protolabel;
using namespace protolabel::test;
using ui::EditScope;

namespace {

constexpr EditScope kVolume{.wholeVolume = true};
constexpr EditScope kSlice{.axis = 2, .slice = 24};

bool in(int v, int lower, int upper) {
    return v >= lower && v <= upper;
}

bool block(int i, int j, int k, int lower, int upper) {
    return in(i, lower, upper) && in(j, lower, upper) && in(k, lower, upper);
}

std::string lastEdit(DrawingDesk& desk) {
    const auto edit = desk.project().nextUndo();
    return edit ? edit->info.name : "";
}

void finishJobs(DrawingDesk& desk) {
    desk.workspace().jobs().wait();
    QCoreApplication::processEvents();
}

}  // namespace

TEST(interpolation_fills_between_drawn_slices_over_background_only) {
    DrawingDesk desk;
    const auto before = [](int i, int j, int k) {
        if ((k == 10 || k == 14) && in(i, 10, 19) && in(j, 20, 29)) return 1;
        return k == 12 && i == 15 && j == 25 ? 2 : 0;
    };
    desk.draw(before);
    ui::VolumeEdits edits(desk.workspace());
    edits.interpolate({});
    desk.check([&](int i, int j, int k) {
        return before(i, j, k) == 0 && in(k, 11, 13) && in(i, 10, 19) && in(j, 20, 29) ? 1 : before(i, j, k);
    });
    CHECK_EQ(lastEdit(desk), "Interpolate liver");
    CHECK_EQ(desk.told.toStdString(), "Interpolate liver: 299 voxel(s) changed, 1 voxel(s) of other labels kept");
    desk.project().undo();
    desk.check(before);
    edits.interpolate({.overOthers = true});
    desk.check([](int i, int j, int k) { return in(k, 10, 14) && in(i, 10, 19) && in(j, 20, 29) ? 1 : 0; });
}

TEST(all_labels_are_interpolated_at_once) {
    DrawingDesk desk;
    const auto labels = [](int i, int j) { return in(j, 20, 29) ? in(i, 10, 19) ? 1 : in(i, 30, 35) ? 2 : 0 : 0; };
    desk.draw([&](int i, int j, int k) { return k == 10 || k == 14 ? labels(i, j) : 0; });
    ui::VolumeEdits(desk.workspace()).interpolate({.everyLabel = true});
    desk.check([&](int i, int j, int k) { return in(k, 10, 14) ? labels(i, j) : 0; });
    CHECK_EQ(lastEdit(desk), "Interpolate all labels");
}

TEST(smoothing_takes_specks_away) {
    DrawingDesk desk;
    desk.draw([](int i, int j, int k) { return block(i, j, k, 10, 30) || (i == 40 && j == 40 && k == 40) ? 1 : 0; });
    ui::VolumeEdits(desk.workspace()).smooth(kVolume, 1);
    desk.check([](int i, int j, int k) { return block(i, j, k, 12, 28) ? 1 : block(i, j, k, 9, 31) ? -1 : 0; });
    CHECK_EQ(lastEdit(desk), "Smooth liver");
}

TEST(the_largest_part_is_kept_and_islands_go) {
    DrawingDesk desk;
    // 27, 8 and 1 voxels; the last one lies on slice 24 of the first.
    const auto before = [](int i, int j, int k) {
        return block(i, j, k, 23, 25) || block(i, j, k, 10, 11) || (i == 40 && j == 40 && k == 24) ? 1 : 0;
    };
    desk.draw(before);
    ui::VolumeEdits edits(desk.workspace());
    edits.removeIslands(kVolume, 8);
    desk.check([](int i, int j, int k) { return block(i, j, k, 23, 25) || block(i, j, k, 10, 11) ? 1 : 0; });
    desk.project().undo();
    edits.keepLargest(kSlice);  // the other slices stay
    desk.check([](int i, int j, int k) { return block(i, j, k, 23, 25) || block(i, j, k, 10, 11) ? 1 : 0; });
    desk.project().undo();
    edits.keepLargest(kVolume);
    desk.check([](int i, int j, int k) { return block(i, j, k, 23, 25) ? 1 : 0; });
}

TEST(holes_are_filled_around_other_labels) {
    DrawingDesk desk;
    const auto before = [](int i, int j, int k) {
        if (i == 20 && j == 20 && k == 20) return 2;
        return block(i, j, k, 15, 25) && !block(i, j, k, 18, 22) ? 1 : 0;
    };
    desk.draw(before);
    ui::VolumeEdits(desk.workspace()).fillHoles(kVolume);
    desk.check([&](int i, int j, int k) { return before(i, j, k) == 2 ? 2 : block(i, j, k, 15, 25) ? 1 : 0; });
}

TEST(growing_and_shrinking_are_measured_in_millimetres) {
    DrawingDesk desk;
    desk.draw([](int i, int j, int k) { return i == 20 && j == 20 && k == 24 ? 1 : 0; });
    ui::VolumeEdits edits(desk.workspace());
    const auto far = [](int i, int j, int k) { return std::abs(i - 20) + std::abs(j - 20) + std::abs(k - 24); };
    edits.grow(kSlice, 1);
    desk.check([&](int i, int j, int k) { return k == 24 && far(i, j, k) <= 1 ? 1 : 0; });
    desk.project().undo();
    edits.grow(kVolume, 1);
    desk.check([&](int i, int j, int k) { return far(i, j, k) <= 1 ? 1 : 0; });
    edits.shrink(kVolume, 1);
    desk.check([&](int i, int j, int k) { return far(i, j, k) == 0 ? 1 : 0; });
}

TEST(a_slice_is_copied_over_background_and_tells_what_it_kept) {
    DrawingDesk desk;
    const auto before = [](int i, int j, int k) {
        if (k == 24 && in(i, 10, 19) && j == 20) return 1;
        return k == 25 && i == 12 && j == 20 ? 2 : 0;
    };
    desk.draw(before);
    ui::VolumeEdits edits(desk.workspace());
    edits.copySlice(kSlice, 1);
    desk.check(
        [&](int i, int j, int k) { return k == 25 && j == 20 && in(i, 10, 19) && i != 12 ? 1 : before(i, j, k); });
    CHECK_EQ(lastEdit(desk), "Copy liver to slice 25");
    CHECK_EQ(desk.told.toStdString(), "Copy liver to slice 25: 9 voxel(s) changed, 1 voxel(s) of other labels kept");
    desk.project().undo();
    edits.copySlice(kSlice, -1);
    desk.check([&](int i, int j, int k) { return k == 23 && j == 20 && in(i, 10, 19) ? 1 : before(i, j, k); });
}

TEST(labels_are_cleared_and_replaced) {
    DrawingDesk desk;
    const auto before = [](int i, int, int k) { return in(k, 20, 28) && i < 20 ? (i < 10 ? 1 : 2) : 0; };
    desk.draw(before);
    ui::VolumeEdits edits(desk.workspace());
    edits.clear(kSlice);
    desk.check([&](int i, int j, int k) { return k == 24 && before(i, j, k) == 1 ? 0 : before(i, j, k); });
    desk.project().undo();
    edits.clear({.everyLabel = true, .wholeVolume = true});
    desk.check([](int, int, int) { return 0; });
    desk.project().undo();
    edits.replaceBy(kSlice, LabelId{2});
    desk.check([&](int i, int j, int k) { return k == 24 && i < 20 ? 2 : before(i, j, k); });
    CHECK_EQ(lastEdit(desk), "Replace liver by spleen");
    desk.project().undo();
    edits.add(kVolume, LabelId{2});
    desk.check([&](int i, int j, int k) { return before(i, j, k) != 0 ? 1 : 0; });
    CHECK_EQ(lastEdit(desk), "Add spleen to liver");
}

TEST(labels_are_subtracted_and_intersected_with_a_margin) {
    DrawingDesk desk;
    const auto before = [](int i, int, int k) { return k == 24 && i < 20 ? (i < 10 ? 1 : 2) : 0; };
    desk.draw(before);
    ui::VolumeEdits edits(desk.workspace());
    edits.subtract(kSlice, LabelId{2}, 2);  // columns 8 and 9 are 2 and 1 mm from it
    desk.check([&](int i, int j, int k) { return in(i, 8, 9) ? 0 : before(i, j, k); });
    CHECK_EQ(lastEdit(desk), "Subtract spleen from liver");
    desk.project().undo();
    edits.intersect(kSlice, LabelId{2}, 2);
    desk.check([&](int i, int j, int k) { return i < 8 ? 0 : before(i, j, k); });
    desk.project().undo();
    edits.subtract(kSlice, LabelId{2}, 0);  // labels never overlap
    CHECK_EQ(desk.told.toStdString(), "Subtract spleen from liver: nothing to change");
    CHECK_EQ(lastEdit(desk), "Given");
}

TEST(a_range_is_painted_over_background) {
    DrawingDesk desk([](int i, int, int) { return 10 * i; });
    const auto before = [](int i, int j, int k) { return i == 20 && j == 20 && k == 24 ? 2 : 0; };
    desk.draw(before);
    ui::VolumeEdits edits(desk.workspace());
    edits.paintRange(kSlice, {150, 250});
    desk.check([&](int i, int j, int k) { return before(i, j, k) != 0 ? 2 : k == 24 && in(i, 15, 25) ? 1 : 0; });
}

TEST(locked_labels_are_refused_by_name_and_left_out_of_all) {
    DrawingDesk desk;
    const auto before = [](int i, int, int k) { return k == 24 ? 1 + i % 3 : 0; };
    desk.draw(before);
    ui::VolumeEdits edits(desk.workspace());
    CHECK_EQ(CHECK_ERROR("label.locked", edits.replaceBy(kVolume, LabelId{3})),
             "kidney is locked; unlock it to draw it");
    CHECK_ERROR("label.locked", edits.add(kVolume, LabelId{3}));
    desk.editor().chooseLabel(LabelId{3});
    CHECK_ERROR("label.locked", edits.clear(kVolume));
    edits.clear({.everyLabel = true, .wholeVolume = true});
    desk.check([&](int i, int j, int k) { return before(i, j, k) == 3 ? 3 : 0; });
}

TEST(large_volumes_are_computed_by_a_job) {
    DrawingDesk desk;
    const auto before = [](int i, int j, int k) { return i == 20 && j == 20 && k == 24 ? 1 : 0; };
    const auto cross = [](int i, int j, int k) {
        return std::abs(i - 20) + std::abs(j - 20) + std::abs(k - 24) <= 1 ? 1 : 0;
    };
    desk.draw(before);
    ui::VolumeEdits edits(desk.workspace());
    edits.setAtOnce(0);
    edits.grow(kVolume, 1);
    desk.check(before);
    finishJobs(desk);
    desk.check(cross);
    CHECK_EQ(lastEdit(desk), "Grow liver");

    desk.project().undo();
    edits.grow(kVolume, 1);
    desk.settings().tip.radius = 2.5;
    desk.editor().setTool(ui::ToolKind::Brush);
    desk.click(2, 40, 40);
    finishJobs(desk);
    desk.check(
        [&](int i, int j, int k) { return k == 24 && nearSegment(i, j, 40, 40, 40, 40, 2.5) ? 1 : before(i, j, k); });
    CHECK_EQ(desk.told.toStdString(),
             "Grow liver: the annotation changed meanwhile, so nothing was done; start it again");
}
