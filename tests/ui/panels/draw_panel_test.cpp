// The options of the tools: what is shown is what the tool uses, and both ways agree.
#include "ui/panels/draw_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTest>

#include "tests/ui/panels/panel_window.h"

using namespace protolabel;
using namespace protolabel::test;
using ui::ToolKind;

namespace {

struct Desk : PanelWindow {
    Desk() : panel(*open.workspace, commands) { showAt(panel, 320, 420); }
    std::set<std::string> shown() {
        std::set<std::string> names;
        for (const char* name : {"draw.none", "draw.sizes", "draw.shape", "draw.reach", "draw.pressure", "draw.fill",
                                 "draw.rule", "draw.window", "draw.adaptive", "draw.keep", "draw.source", "draw.limits",
                                 "draw.pick", "draw.similar", "draw.over", "draw.every"})
            if (child<QWidget>(panel, name).isVisible()) names.insert(std::string(name).substr(5));
        return names;
    }
    ui::Editor& editor() { return open.workspace->editor(); }
    ui::DrawPanel panel;
};

}  // namespace

TEST(only_what_the_tool_uses_is_shown) {
    Desk desk;
    using Names = std::set<std::string>;
    CHECK((desk.shown() == Names{"none"}));
    desk.editor().setTool(ToolKind::Brush);
    CHECK((desk.shown() == Names{"sizes", "shape", "reach", "pressure", "adaptive", "keep", "source", "pick", "similar",
                                 "over", "every"}));
    keepPictures(desk.panel, "draw_brush");
    desk.editor().setTool(ToolKind::Erase);
    CHECK((desk.shown() ==
           Names{"sizes", "shape", "reach", "pressure", "adaptive", "keep", "source", "pick", "similar", "every"}));
    desk.editor().setTool(ToolKind::Outline);
    CHECK((desk.shown() == Names{"rule", "keep", "source", "pick", "similar", "over", "every"}));
    desk.editor().setTool(ToolKind::Fill);
    child<QComboBox>(desk.panel, "draw.source").setCurrentIndex(1);
    CHECK((desk.shown() == Names{"fill", "keep", "source", "limits", "pick", "over"}));
    keepPictures(desk.panel, "draw_fill");
    desk.editor().setTool(ToolKind::Window);
    CHECK((desk.shown() == Names{"window"}));
    keepPictures(desk.panel, "draw_window");
}

TEST(fields_change_the_settings_and_follow_them) {
    Desk desk;
    desk.editor().setTool(ToolKind::Brush);
    const auto settings = [&]() -> const viewer::DrawSettings& { return desk.editor().drawing(); };
    child<QDoubleSpinBox>(desk.panel, "draw.radius").setValue(12.5);
    CHECK_EQ(settings().tip.radius, 12.5);
    child<QSlider>(desk.panel, "draw.size").setValue(120);
    CHECK_EQ(settings().tip.radius, 200);
    CHECK_EQ(child<QDoubleSpinBox>(desk.panel, "draw.radius").value(), 200);
    child<QSlider>(desk.panel, "draw.size").setValue(0);
    CHECK_EQ(settings().tip.radius, 0.5);
    child<QComboBox>(desk.panel, "draw.unit").setCurrentIndex(1);
    CHECK(settings().tip.unit == labels::LengthUnit::Millimetres);
    child<QComboBox>(desk.panel, "draw.shape").setCurrentIndex(1);
    CHECK(settings().tip.shape == labels::BrushShape::Square);
    child<QComboBox>(desk.panel, "draw.reach").setCurrentIndex(1);
    CHECK(settings().ball);
    child<QCheckBox>(desk.panel, "draw.adaptive").click();
    CHECK(settings().adaptive);
    child<QCheckBox>(desk.panel, "draw.every").click();
    CHECK(settings().eraseEveryLabel);
    child<QComboBox>(desk.panel, "draw.source").setCurrentIndex(1);
    child<QDoubleSpinBox>(desk.panel, "draw.high").setValue(70);
    child<QDoubleSpinBox>(desk.panel, "draw.low").setValue(-20);
    CHECK((settings().range == labels::IntensityRange{-20, 70}));
    child<QDoubleSpinBox>(desk.panel, "draw.low").setValue(90);  // the other limit gives way
    CHECK((settings().range == labels::IntensityRange{90, 90}));

    auto changed = settings();
    changed.tip.radius = 3;  // as the wheel does
    changed.over = labels::PaintOver::Visible;
    desk.editor().setDrawing(changed);
    CHECK_EQ(child<QDoubleSpinBox>(desk.panel, "draw.radius").value(), 3);
    CHECK_EQ(child<QComboBox>(desk.panel, "draw.over").currentIndex(), 2);
    CHECK(settings() == changed);  // showing them changes nothing, the slider's notches included
}

TEST(a_ball_is_measured_in_millimetres) {
    Desk desk;
    desk.editor().setTool(ToolKind::Brush);
    auto settings = desk.editor().drawing();
    settings.tip.radius = 6;
    desk.editor().setDrawing(settings);
    child<QComboBox>(desk.panel, "draw.reach").setCurrentIndex(1);
    CHECK(desk.editor().drawing().tip.unit == labels::LengthUnit::Millimetres);
    CHECK_EQ(desk.editor().drawing().tip.radius, 6);
    child<QComboBox>(desk.panel, "draw.unit").setCurrentIndex(0);  // who wants voxels gets them
    CHECK(desk.editor().drawing().ball);
    CHECK(desk.editor().drawing().tip.unit == labels::LengthUnit::Voxels);
}

TEST(the_window_is_set_in_numbers_and_by_name) {
    Desk desk;
    auto& workspace = *desk.open.workspace;
    desk.editor().setTool(ToolKind::Window);
    workspace.setWindow({0, 200});
    auto& level = child<QDoubleSpinBox>(desk.panel, "window.level");
    auto& width = child<QDoubleSpinBox>(desk.panel, "window.width");
    CHECK_EQ(level.value(), 100);
    CHECK_EQ(width.value(), 200);
    level.setValue(150);
    CHECK((workspace.window() == viewer::Window{50, 250}));
    width.setValue(300);
    CHECK((workspace.window() == viewer::Window{0, 300}));
    workspace.setWindow({0.25, 0.75});
    CHECK_EQ(level.value(), 0.5);
    CHECK((workspace.window() == viewer::Window{0.25, 0.75}));  // showing it changes nothing

    workspace.setWindowPresets({{"dark", {0, 10}}, {"wide", {-5, 1000}}});
    auto& preset = child<QComboBox>(desk.panel, "window.preset");
    CHECK_EQ(preset.currentIndex(), -1);
    QTest::keyClick(&preset, Qt::Key_End);
    CHECK((workspace.window() == viewer::Window{-5, 1000}));
    CHECK_EQ(preset.currentText().toStdString(), "2  wide");
    workspace.setWindow({0, 10});
    CHECK_EQ(preset.currentText().toStdString(), "1  dark");
}

TEST(the_panel_keeps_its_size) {
    Desk desk;
    const QSize before = desk.panel.sizeHint(), least = desk.panel.minimumSizeHint();
    desk.editor().setTool(ToolKind::Brush);
    CHECK(desk.panel.sizeHint() == before && desk.panel.minimumSizeHint() == least);
}

TEST(one_label_may_be_painted_over) {
    Desk desk;
    desk.editor().setTool(ToolKind::Brush);
    auto& over = child<QComboBox>(desk.panel, "draw.over");
    const auto& label = desk.open.workspace->project()->labels().back();
    over.setCurrentIndex(over.findText("Only " + QString::fromStdString(label.name)));
    CHECK(desk.editor().drawing().over == labels::PaintOver::OneLabel);
    CHECK_EQ(desk.editor().drawing().onlyLabel, label.id.value);
    desk.open.workspace->project()->edit({.name = "Rename", .tool = "test"}, [&](project::ProjectWriter& writer) {
        auto renamed = label;
        renamed.name = "other";
        writer.putLabel(renamed);
    });
    CHECK_EQ(over.currentText().toStdString(), "Only other");
}

TEST(the_picker_chooses_the_tool_for_ranges) {
    Desk desk;
    desk.editor().setTool(ToolKind::Fill);
    child<QPushButton>(desk.panel, "draw.pick").click();
    CHECK(desk.editor().tool() == ToolKind::Range);
    CHECK(desk.shown().count("similar") == 1);
}
