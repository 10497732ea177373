#include "ui/panels/map_choice.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

#include "tests/ui/panels/panel_window.h"
#include "ui/session/map_colors.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;
using test::useWorker;
using test::waitFor;

namespace {

struct Panel {
    test::PanelWindow window;
    Workspace& workspace = *window.open.workspace;
    Maps& maps = workspace.maps();
    MapChoice panel{workspace};

    Panel() {
        useWorker(workspace, "intensity_worker", "good");
        test::showAt(panel, 320, 120);
        window.open.show("ant");
        window.open.draw("ant", 1, 1, {{2, 2}, {3, 2}});
        window.open.support("ant", 1, 1);
        workspace.proposer().setSlice(2);
    }
    void choose(MapKind kind) {
        auto& box = child<QComboBox>(panel, "mapKind");
        box.setCurrentIndex(box.findData(static_cast<int>(kind)));
    }
    QString text() { return child<QLabel>(panel, "mapText").text(); }
};

// The worker's maps are its answer, 230 or 10 of 255, and it selects nothing (intensity_worker.cpp).
TEST(a_chosen_map_lies_over_the_slice_in_view) {
    Panel p;
    CHECK(p.maps.map() == nullptr);
    for (const auto& job : p.workspace.jobs().jobs()) CHECK(job.title != "Map of the slice");  // unless it is wanted
    p.choose(MapKind::Similarity);
    waitFor("the map", [&] { return p.maps.map() != nullptr; });
    CHECK_EQ(p.maps.map()->slice, 2);
    CHECK_EQ(p.maps.map()->width, 8);
    CHECK_EQ(p.maps.map()->height, 6);
    const QRgb low = heatColor(10), high = heatColor(230);
    int known = 0;
    for (const auto& pixel : p.maps.map()->pixels) {
        const QRgb color = qRgb(pixel[0], pixel[1], pixel[2]);
        known += color == low || color == high;
        CHECK_EQ(int(pixel[3]), 150);
    }
    CHECK_EQ(known, 48);
    CHECK_EQ(p.text().toStdString(), "How much it looks like liver on the supports");
    CHECK(child<QLabel>(p.panel, "mapScale").isVisible());
    test::keepPictures(p.panel, "map_choice");

    p.choose(MapKind::Selected);
    waitFor("the answer", [&] { return p.text() == "sqpfnet has no such map."; });
    CHECK(p.maps.map() == nullptr);
    p.choose(MapKind::Refined);
    waitFor("the next map", [&] { return p.maps.map() != nullptr; });
    p.workspace.proposer().setSlice(3);
    CHECK(p.maps.map() == nullptr);  // that of another slice is not left there
    waitFor("the map of the other slice", [&] { return p.maps.map() != nullptr && p.maps.map()->slice == 3; });
    p.choose(MapKind::None);
    CHECK(p.maps.map() == nullptr && p.text().isEmpty());
}

// The worker puts everything brighter than the mean into supervoxel 1 (intensity_worker.cpp). The voxel (i, j, k) of ant is 100 k + 10 j + i: 178.5 on
// average, 134 with the empty quarter of the network's square. Slice 2 lies above both, slice 0 below.
TEST(supervoxels_are_shown_on_every_slice_from_one_computation) {
    Panel p;
    p.choose(MapKind::Supervoxels);
    waitFor("supervoxels", [&] { return p.maps.map() != nullptr; });
    const auto share = [&] {
        int inside = 0;
        for (const auto& pixel : p.maps.map()->pixels) inside += pixel[3] != 0;
        return inside;
    };
    CHECK_EQ(share(), 48);
    const auto jobs = p.workspace.jobs().jobs().size();
    p.workspace.proposer().setSlice(0);
    CHECK_EQ(p.maps.map()->slice, 0);
    CHECK_EQ(share(), 0);
    CHECK_EQ(p.workspace.jobs().jobs().size(), jobs);
}

TEST(why_there_is_no_map_is_told) {
    Panel p;
    p.workspace.editor().chooseLabel(LabelId{2});
    p.choose(MapKind::Coarse);
    waitFor("the reason", [&] { return p.text().startsWith("there is nothing to learn this label from"); });
    useWorker(p.workspace, "fake_worker", "crash-start");
    p.workspace.editor().chooseLabel(LabelId{1});
    waitFor("the failure", [&] { return p.text().contains("check the worker's command"); });
}

}  // namespace
