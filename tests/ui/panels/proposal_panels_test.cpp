#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>
#include <cstring>

#include "tests/ui/panels/panel_window.h"
#include "ui/models/support_model.h"
#include "ui/models/support_picture.h"
#include "ui/panels/proposal_panel.h"
#include "ui/panels/support_panel.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;
using test::waitFor;

namespace {

struct Supports : test::PanelWindow {
    Supports() {
        open.draw("ant", 1, 1, {{2, 2}, {3, 2}});
        open.draw("bee", 2, 2, {{4, 4}});
        open.support("ant", 1, 1);
        open.support("bee", 2, 2);
    }
};

TEST(supports_are_listed_switched_weighted_visited_and_removed) {
    Supports s;
    SupportPanel panel(*s.open.workspace, s.commands);
    auto& view = child<QTreeView>(panel, "supportsTable");
    QAbstractItemModelTester tester(view.model());
    test::showAt(panel, 320, 320);
    CHECK_EQ(view.model()->rowCount(), 1);  // of the active label
    QTest::mouseClick(&child<QCheckBox>(panel, "supportsEveryLabel"), Qt::LeftButton);
    CHECK_EQ(view.model()->rowCount(), 2);
    const auto cell = [&](int row, int column) { return view.model()->index(row, column); };
    CHECK_EQ(cell(0, SupportModel::Place).data().toString().toStdString(), "liver\nant, slice 1");
    CHECK_EQ(cell(1, SupportModel::Place).data().toString().toStdString(), "spleen\nbee, slice 2");
    waitFor("the pictures", [&] {
        // The outline is in the label's colour, (230, 159, 0): grey pictures have no such pixel.
        const auto picture = cell(0, SupportModel::Place).data(Qt::DecorationRole).value<QImage>();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (qRed(picture.pixel(x, y)) > qBlue(picture.pixel(x, y)) + 150) return true;
        return false;
    });
    test::keepPictures(panel, "supports");

    view.model()->setData(cell(0, SupportModel::Place), Qt::Unchecked, Qt::CheckStateRole);
    CHECK(!s.open.project().supports()[0].enabled);
    CHECK(view.model()->setData(cell(0, SupportModel::Weight), 2.5, Qt::EditRole));
    CHECK_EQ(s.open.project().supports()[0].weight, 2.5);
    CHECK(!view.model()->setData(cell(0, SupportModel::Weight), -1, Qt::EditRole));
    CHECK_EQ(s.open.project().supports()[0].weight, 2.5);

    int axis = -1, slice = -1;
    QObject::connect(s.open.workspace.get(), &Workspace::sliceWanted, &panel,
                     [&](int a, int n) { axis = a, slice = n; });
    test::doubleClick(view, 1, SupportModel::Place);
    waitFor("the other volume", [&] { return slice == 2; });
    CHECK_EQ(axis, 2);
    CHECK(s.open.workspace->shown()->id() == s.open.volume("bee"));
    CHECK_EQ(s.open.workspace->editor().label().value, 2);
    test::click(view, 1, SupportModel::Place);
    QTest::keyClick(&view, Qt::Key_Delete);
    CHECK_EQ(s.open.project().supports().size(), 1U);
    s.open.project().undo();
    CHECK_EQ(s.open.project().supports().size(), 2U);
}

// One bright voxel at the first column and row of an image whose rows run towards the front: in the views that corner is at the bottom left.
TEST(pictures_of_supports_lie_as_the_views_do) {
    imaging::Volume volume;
    volume.geometry.size = {4, 4, 1};
    volume.geometry.direction[1] = {0, -1, 0};
    std::vector<std::int16_t> voxels(16, 0);
    voxels[0] = 100;
    volume.type = imaging::ScalarType::Int16;
    volume.voxels.resize(sizeof(std::int16_t) * voxels.size());
    std::memcpy(volume.voxels.data(), voxels.data(), volume.voxels.size());
    labels::Mask mask(4, 4);
    mask.at(3, 0) = 1;
    const auto picture = supportPicture(volume, 2, 0, {0, 100}, mask, Qt::red, 40);
    CHECK(qGreen(picture.pixel(4, 35)) > 150);
    CHECK(qGreen(picture.pixel(4, 4)) < 50);
    const auto redAt = [&](int x, int y) {
        for (int dx = -2; dx <= 2; ++dx)
            if (qRed(picture.pixel(x + dx, y)) > 150 && qGreen(picture.pixel(x + dx, y)) < 100) return true;
        return false;
    };
    CHECK(redAt(30, 35));  // the left edge of the outlined voxel
    CHECK(!redAt(30, 5));
}

TEST(what_a_proposal_comes_from_is_told) {
    Supports s;
    SupportPanel panel(*s.open.workspace, s.commands);
    test::showAt(panel, 320, 320);
    s.open.show("ant");
    s.open.propose("ant", 3, 2, 48, 0.5, 0.1, {s.open.project().supports()[1].id});
    auto& used = child<QLabel>(panel, "supportsUsed");
    CHECK(!used.isVisible());
    s.open.workspace->editor().chooseLabel(LabelId{2});
    s.open.workspace->proposer().setSlice(3);
    waitFor("what it comes from", [&] { return used.isVisible(); });
    CHECK_EQ(used.text().toStdString(), "spleen is proposed here from bee, slice 2");
    s.open.workspace->proposer().setSlice(2);
    waitFor("the other slice", [&] { return !used.isVisible(); });
}

TEST(the_panel_of_proposals_counts_warns_and_sets) {
    Supports s;
    ProposalPanel panel(*s.open.workspace, s.commands);
    auto& counts = child<QTreeWidget>(panel, "proposalsCounts");
    test::showAt(panel, 380, 520);
    s.open.propose("ant", 0, 1, 48, 0.6, 0.1);
    s.open.propose("ant", 3, 1, 48, 0.8, 0.5);
    waitFor("the counts", [&] { return counts.topLevelItemCount() == 1; });
    CHECK_EQ(counts.topLevelItem(0)->text(0).toStdString(), "liver");
    CHECK_EQ(counts.topLevelItem(0)->text(1).toStdString(), "2");
    CHECK_EQ(counts.topLevelItem(0)->text(2).toStdString(), "70 %");
    auto& warning = child<QLabel>(panel, "proposalsWarning");
    CHECK(warning.isVisible());
    CHECK(warning.text().contains("liver on 1 slice"));

    auto& alpha = child<QSlider>(panel, "proposalsAlpha");
    CHECK(!alpha.isEnabled());  // chosen for you
    child<QCheckBox>(panel, "proposalsOwn").setChecked(true);
    waitFor("own options", [&] { return alpha.isEnabled(); });
    alpha.setValue(10);
    child<QSpinBox>(panel, "proposalsRegions").setValue(4);
    for (const char* name : {"proposalsBlend", "proposalsClean", "proposalsRange", "proposalsSnap"})
        CHECK(child<QCheckBox>(panel, name).isChecked());
    child<QCheckBox>(panel, "proposalsSnap").setChecked(false);
    child<QCheckBox>(panel, "proposalsRange").setChecked(false);
    child<QSpinBox>(panel, "proposalsShots").setValue(3);
    const auto& settings = s.open.workspace->proposer().settings();
    waitFor("the settings", [&] { return settings.shots == 3; });
    CHECK_NEAR(settings.changes.alpha.value(), 0.5, 1e-9);
    CHECK_EQ(settings.changes.regions.value(), 4);
    CHECK(!settings.changes.threshold);
    CHECK(settings.refine.blend && settings.refine.clean && !settings.refine.range && !settings.refine.snap);
    test::keepPictures(panel, "proposals");
    child<QCheckBox>(panel, "proposalsOwn").setChecked(false);
    waitFor("chosen ones", [&] { return !settings.changes.any(); });
}

}  // namespace
