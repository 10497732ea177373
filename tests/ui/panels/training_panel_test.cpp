#include "ui/panels/training_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>
#include <fstream>

#include "core/workflow/embedded_model.h"
#include "core/workflow/model_library.h"
#include "tests/ui/panels/panel_window.h"
#include "ui/panels/loss_curve.h"
#include "ui/panels/training_fields.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;
using test::useWorker;
using test::waitFor;

namespace {

struct Panel {
    test::PanelWindow window;
    Workspace& workspace = *window.open.workspace;
    TrainingControl& training = workspace.training();
    TrainingPanel panel{workspace, window.commands};

    explicit Panel(const std::string& behaviour) {
        useWorker(workspace, "intensity_worker", behaviour);
        test::showAt(panel, 380, 800);
        child<QComboBox>(panel, "trainingUnit").setCurrentIndex(1);
        child<QSpinBox>(panel, "trainingBudget").setValue(20);
    }
    QPushButton& button(const char* name) { return child<QPushButton>(panel, name); }
    void click(const char* name) { QTest::mouseClick(&button(name), Qt::LeftButton); }
    void finish() {
        waitFor("the end", [&] { return !training.running(); });
    }
    std::vector<project::ModelRecord> models() { return window.open.project().store().models(); }
    std::string used() { return workflow::modelInUse(window.open.project().store()); }
    QString state() { return child<QLabel>(panel, "trainingState").text(); }
};

TEST(what_is_chosen_is_what_is_trained) {
    Panel p("good");
    child<QComboBox>(p.panel, "trainingMethod").setCurrentIndex(2);
    child<QComboBox>(p.panel, "trainingData").setCurrentIndex(1);
    auto& volumes = child<QListWidget>(p.panel, "trainingVolumes");
    CHECK(volumes.isVisible());
    CHECK_EQ(volumes.count(), int(p.window.open.project().volumes().size()));
    for (int row = 1; row < volumes.count(); ++row) volumes.item(row)->setCheckState(Qt::Unchecked);
    child<QCheckBox>(p.panel, "trainingLabels").setChecked(true);
    const auto options = p.panel.findChild<TrainingFields*>()->options();
    CHECK_EQ(options.iterations, 20);
    CHECK_EQ(options.method.value(), "adnet");
    CHECK_EQ(options.volumes.size(), 1U);
    CHECK_EQ(options.volumes[0], p.window.open.project().volumes()[0].name);
    CHECK_EQ(options.labelShare, 0.5);
    QStringList states;
    QObject::connect(&p.training, &TrainingControl::changed, &p.panel, [&] { states.append(p.state()); });
    p.click("trainingStart");
    CHECK(p.training.running());
    CHECK(!p.button("trainingStart").isEnabled());
    p.finish();
    CHECK_EQ(states.first().toStdString(), "Starting the engine");
    CHECK_EQ(p.models().size(), 1U);
    CHECK_EQ(p.models()[0].method, "adnet");
    CHECK(p.state().startsWith("Done"));
    CHECK(!child<LossCurve>(p.panel, "lossCurve").points().empty());
    CHECK(p.window.open.lastNotice().find("20 iterations") != std::string::npos);
}

// The test's worker is exactly right whatever the model; the support on slice 1 shows what slice 2 is compared with.
TEST(the_new_model_is_compared_used_and_given_up_again) {
    Panel p("good");
    auto& open = p.window.open;
    for (const int slice : {1, 2}) open.draw("ant", slice, 1, {{2, 2}, {3, 2}});
    open.support("ant", 1, 1);
    CHECK(!p.panel.findChild<QWidget*>("modelUse")->isVisible());
    p.click("trainingStart");
    p.finish();
    CHECK_EQ(p.used(), workflow::kEmbeddedModel);  // until somebody chooses
    waitFor("the choice", [&] { return p.button("modelUse").isVisible(); });
    p.click("modelCompare");
    auto& table = child<QTreeWidget>(p.panel, "modelComparison");
    waitFor("the comparison", [&] { return table.isVisible(); });
    CHECK_EQ(table.topLevelItemCount(), 1);
    CHECK_EQ(table.topLevelItem(0)->text(0).toStdString(), "ant");
    CHECK_EQ(table.topLevelItem(0)->text(1).toStdString(), "liver");
    CHECK_EQ(table.topLevelItem(0)->text(2).toStdString(), "1");
    CHECK_EQ(table.topLevelItem(0)->text(3), table.topLevelItem(0)->text(4));
    test::keepPictures(p.panel, "training_compared");
    p.click("modelUse");
    CHECK_EQ(p.used(), p.models().back().hash);
    CHECK(!p.button("modelUse").isEnabled());
    CHECK(open.project().nextUndo()->info.name.rfind("Use sqpfnet, resnet18", 0) == 0);
    open.project().undo();
    CHECK_EQ(p.used(), workflow::kEmbeddedModel);
    waitFor("the button", [&] { return p.button("modelUse").isEnabled(); });
}

TEST(a_training_is_paused_resumed_and_stopped_where_it_is) {
    Panel p("slow");
    child<QSpinBox>(p.panel, "trainingBudget").setValue(1000);
    CHECK(!p.button("trainingResume").isEnabled() && !p.button("trainingStop").isEnabled());
    const auto trainAWhile = [&] {
        waitFor("some iterations", [&] { return p.training.done() >= 3 && p.state().startsWith("Iteration"); });
    };
    p.click("trainingStart");
    trainAWhile();
    p.click("trainingPause");
    CHECK(!p.button("trainingPause").isEnabled());
    p.finish();
    CHECK(p.state().startsWith("Paused at iteration"));
    const auto first = p.training.unfinished()->iteration;
    CHECK(first >= 3 && first < 1000);
    CHECK(p.models().empty());

    // Another one is begun only after a question; not now.
    p.click("trainingStart");
    auto& box = child<QMessageBox>(p.panel, "trainingQuestion");
    QTest::mouseClick(box.button(QMessageBox::Cancel), Qt::LeftButton);
    CHECK(!p.training.running() && p.training.unfinished());

    auto& curve = child<LossCurve>(p.panel, "lossCurve");
    p.click("trainingResume");
    waitFor("some more", [&] { return p.training.done() > first + 2; });
    p.click("trainingStop");
    waitFor("the model", [&] { return p.models().size() == 1 && !p.training.running(); });
    CHECK_EQ(curve.points().front().x(), 1);  // of all that led to the model
    CHECK(curve.points().back().x() > first);
    CHECK(p.models()[0].iterations > first && p.models()[0].iterations < 1000);
    CHECK(!p.training.unfinished());
    CHECK(!p.button("trainingStop").isEnabled());
}

TEST(the_slice_in_view_is_shown_as_the_model_segments_it) {
    Panel p("slow");
    auto& open = p.window.open;
    open.draw("ant", 1, 1, {{2, 2}, {3, 2}});
    open.support("ant", 1, 1);
    waitFor("the volume", [&] { return p.workspace.shown()->record() != nullptr; });
    p.workspace.proposer().setSlice(2);
    auto& picture = child<QLabel>(p.panel, "trainingPreview");
    CHECK(!picture.isVisible());
    p.click("trainingStart");
    waitFor("the picture", [&] { return picture.isVisible() && !picture.pixmap(Qt::ReturnByValue).isNull(); });
    CHECK(child<QLabel>(p.panel, "trainingPreviewText").text().startsWith("ant, slice 2, "));
    test::keepPictures(p.panel, "training");
    p.finish();
}

TEST(no_ticked_volume_is_not_all_volumes) {
    Panel p("good");
    child<QComboBox>(p.panel, "trainingData").setCurrentIndex(1);
    auto& volumes = child<QListWidget>(p.panel, "trainingVolumes");
    for (int row = 0; row < volumes.count(); ++row) volumes.item(row)->setCheckState(Qt::Unchecked);
    p.click("trainingStart");
    CHECK(!p.training.running());
    CHECK_EQ(p.window.open.lastNotice(), "Tick the volumes to learn from, or choose all volumes");

    // A volume stays ticked by another name.
    volumes.item(1)->setCheckState(Qt::Checked);
    auto bee = *p.window.open.project().volume(p.window.open.volume("bee"));
    bee.name = "wasp";
    p.window.open.project().edit({.name = "rename", .tool = "test"},
                                 [&](project::ProjectWriter& writer) { writer.updateVolume(bee); });
    const auto options = p.panel.findChild<TrainingFields*>()->options();
    CHECK_EQ(options.volumes.size(), 1U);
    CHECK_EQ(options.volumes[0], "wasp");
}

TEST(a_file_of_weights_stays_chosen_when_a_model_is_added) {
    Panel p("good");
    auto& initial = child<QComboBox>(p.panel, "trainingInitial");
    const auto weights = p.window.open.folder / "mine.safetensors";
    std::ofstream(weights) << "weights";
    initial.setCurrentIndex(initial.count() - 1);
    emit initial.activated(initial.currentIndex());
    auto& dialog = child<QFileDialog>(p.panel, "trainingFileDialog");
    emit dialog.fileSelected(QString::fromStdString(weights.string()));
    dialog.close();
    CHECK_EQ(initial.currentText().toStdString(), "mine.safetensors");
    p.window.open.project().edit({.name = "model", .tool = "test"}, [&](project::ProjectWriter& writer) {
        project::ModelRecord model;
        model.hash = std::string(64, 'a');
        model.method = "sqpfnet";
        model.encoder = "resnet18";
        writer.putModel(model);
    });
    CHECK_EQ(initial.count(), 6);  // three, the model, the file and another file
    CHECK_EQ(initial.currentText().toStdString(), "mine.safetensors");
    CHECK_EQ(p.panel.findChild<TrainingFields*>()->options().initial.string(), weights.string());
}

TEST(a_crash_in_training_is_told) {
    Panel p("crash");
    p.click("trainingStart");
    p.finish();
    CHECK(p.window.open.lastNotice().rfind("Training ended: ", 0) == 0);
    CHECK(p.button("trainingStart").isEnabled());
    CHECK(p.workspace.engineMonitor().state() == EngineMonitor::State::Failed);
}

TEST(want_of_memory_in_training_is_told_with_what_to_do) {
    Panel p("memory");
    p.click("trainingStart");
    p.finish();
    CHECK(p.window.open.lastNotice().find("choose a smaller encoder") != std::string::npos);
    CHECK(p.workspace.engineMonitor().trouble().contains("choose a smaller encoder"));
    CHECK(p.workspace.engineMonitor().state() != EngineMonitor::State::Failed);
}

}  // namespace
