// The commands of the Segment menu with their bar over the views.
#include "ui/shell/edit_volume_commands.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMainWindow>
#include <QPushButton>
#include <QTest>

#include "tests/ui/session/drawing_desk.h"
#include "tests/viewer/qtvtk/window.h"
#include "ui/commands/commands.h"
#include "ui/panels/parameter_bar.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

struct Menu {
    explicit Menu(DrawingDesk& desk)
        : commands(desk.workspace().preferences(), desk.viewer(), desk.viewer()), viewer(desk.viewer()) {
        ui::addEditVolumeCommands(commands, desk.workspace(), desk.viewer());
    }
    void run(const QString& id) { commands.action(id)->trigger(); }
    template <class Field>
    Field& field(const QString& name) {
        auto* found = viewer.findChild<Field*>("parameters." + name);
        if (found == nullptr) throw Failure("no field " + name.toStdString());
        return *found;
    }
    void choose(const QString& name, const QVariant& data) {
        field<QComboBox>(name).setCurrentIndex(field<QComboBox>(name).findData(data));
    }
    void apply() { QTest::mouseClick(&field<QPushButton>("apply"), Qt::LeftButton); }

    ui::Commands commands;
    viewer::ViewerWidget& viewer;
};

int far(int i, int j, int k) {
    return std::abs(i - 20) + std::abs(j - 20) + std::abs(k - 24);
}

}  // namespace

TEST(values_are_asked_for_and_remembered) {
    DrawingDesk desk;
    desk.draw([](int i, int j, int k) { return far(i, j, k) == 0 ? 1 : 0; });
    Menu menu(desk);
    menu.run("segment.grow");
    menu.field<QDoubleSpinBox>("mm").setValue(1);
    passEvents();
    keepShot(desk.viewer().grab().toImage(), "parameter_bar");
    menu.apply();
    desk.check([](int i, int j, int k) { return far(i, j, k) <= 1 ? 1 : 0; });
    desk.project().undo();
    menu.choose("where", "slice");
    menu.field<QDoubleSpinBox>("mm").setValue(2);
    QTest::keyClick(&menu.field<QDoubleSpinBox>("mm"), Qt::Key_Return);
    desk.check([](int i, int j, int k) { return k == 24 && (i - 20) * (i - 20) + (j - 20) * (j - 20) <= 4 ? 1 : 0; });
    QTest::keyClick(&menu.field<QDoubleSpinBox>("mm"), Qt::Key_Escape);
    CHECK(menu.viewer.findChild<ui::ParameterBar*>()->isHidden());
    menu.run("segment.grow");
    CHECK_EQ(menu.field<QDoubleSpinBox>("mm").value(), 2);
    CHECK_EQ(menu.field<QComboBox>("where").currentData().toString().toStdString(), "slice");
    menu.run("segment.shrink");
    CHECK_EQ(menu.field<QDoubleSpinBox>("mm").value(), 1);
    menu.choose("where", "volume");  // for the next test
    menu.apply();
}

TEST(a_length_below_one_voxel_is_refused_with_the_reason) {
    DrawingDesk desk;
    const auto before = [](int i, int j, int k) { return far(i, j, k) == 0 ? 1 : 0; };
    desk.draw(before);
    Menu menu(desk);
    menu.run("segment.grow");
    menu.choose("where", "volume");
    menu.field<QDoubleSpinBox>("mm").setValue(0.5);
    menu.apply();
    CHECK_EQ(desk.told.toStdString(), "the next voxel is 1 mm away: 0.5 mm changes nothing; enter at least 1 mm");
    desk.check(before);
}

TEST(copying_goes_to_the_slice) {
    DrawingDesk desk;
    desk.draw([](int i, int j, int k) { return far(i, j, k) == 0 ? 1 : 0; });
    Menu menu(desk);
    menu.run("segment.copy_next");
    CHECK_EQ(desk.viewer().position()[2], 25);
    menu.run("segment.copy_next");
    desk.check([](int i, int j, int k) { return i == 20 && j == 20 && k >= 24 && k <= 26 ? 1 : 0; });
    desk.viewer().setPosition({20, 20, 47});
    menu.run("segment.copy_next");
    CHECK_EQ(desk.told.toStdString(), "there is no slice beyond this one");
    desk.viewer().setActiveView(0);  // along i
    desk.viewer().setPosition({20, 20, 24});
    menu.run("segment.copy_previous");
    desk.check([](int i, int j, int k) { return (i == 20 || i == 19) && j == 20 && k >= 24 && k <= 26 ? 1 : 0; });
}

TEST(two_labels_are_combined) {
    DrawingDesk desk;
    const auto before = [](int i, int, int k) { return k == 24 && i < 20 ? (i < 10 ? 1 : 2) : 0; };
    desk.draw(before);
    Menu menu(desk);
    menu.run("segment.combine");
    menu.choose("how", "subtract");
    menu.choose("other", 2);
    menu.field<QDoubleSpinBox>("mm").setValue(2);
    menu.apply();
    desk.check([&](int i, int j, int k) { return i == 8 || i == 9 ? 0 : before(i, j, k); });
    desk.project().undo();
    menu.choose("how", "add");
    menu.apply();
    desk.check([&](int i, int j, int k) { return before(i, j, k) == 0 ? 0 : 1; });
    desk.project().undo();
    menu.run("segment.replace");
    menu.choose("other", 3);
    menu.apply();
    CHECK_EQ(desk.told.toStdString(), "kidney is locked; unlock it to draw it");
    desk.check(before);
}

TEST(nothing_can_be_done_where_nothing_may_be_changed) {
    DrawingDesk desk;
    DrawingDesk reader(desk.file(), true);
    Menu menu(reader), writing(desk);
    for (const auto& id : menu.commands.ids()) {
        CHECK(!menu.commands.action(id)->isEnabled());
        CHECK(writing.commands.action(id)->isEnabled());
        CHECK(!menu.commands.info(id).help.isEmpty());
    }
}
