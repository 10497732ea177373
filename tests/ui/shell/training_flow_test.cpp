// A training and the window: it pauses when the window is closed, unless it was asked to go on, and goes on after a restart.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include "tests/ui/shell/desk.h"
#include "ui/shell/docks.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

struct TrainingDesk : Desk {
    TrainingDesk() {
        openStudy();
        workspace->preferences().setWorkerCommand(
            QString::fromStdString((programFolder() / "intensity_worker").string() + " slow"));
    }
    ~TrainingDesk() { QApplication::setQuitOnLastWindowClosed(true); }

    ui::TrainingControl& training() { return workspace->training(); }
    void click(const char* name) { QTest::mouseClick(&child<QPushButton>(*window, name), Qt::LeftButton); }
    QString state() { return child<QLabel>(*window, "trainingState").text(); }
    void train(int iterations) {
        window->docks().show("training");
        child<QComboBox>(*window, "trainingUnit").setCurrentIndex(1);
        child<QSpinBox>(*window, "trainingBudget").setValue(iterations);
        click("trainingStart");
        CHECK(training().running());
        waitFor("some iterations", [&] { return training().done() >= 3; });
    }
};

TEST(closing_the_window_pauses_and_a_restart_can_go_on) {
    TrainingDesk desk;
    desk.train(1000);
    desk.restart();
    CHECK(!desk.training().running());
    CHECK(desk.training().unfinished().has_value());
    const auto before = desk.training().unfinished()->iteration;
    CHECK(before >= 3 && before < 1000);
    CHECK(desk.project().store().models().empty());
    desk.window->docks().show("training");
    CHECK(desk.state().startsWith("A training of resnet18 was stopped at iteration " + QString::number(before)));
    desk.click("trainingResume");
    waitFor("more iterations", [&] { return desk.training().done() > before + 2; });
    CHECK(desk.training().done() < 1000);
    desk.click("trainingStop");
    waitFor("the model", [&] { return !desk.training().running(); });
    CHECK_EQ(desk.project().store().models().size(), 1U);
    CHECK(desk.project().store().models()[0].iterations > before);
}

TEST(it_goes_on_without_a_window_only_if_asked) {
    TrainingDesk desk;
    desk.train(40);
    QTest::mouseClick(&child<QCheckBox>(*desk.window, "trainingGoOn"), Qt::LeftButton, {}, QPoint(8, 8));
    CHECK(desk.training().goesOnWhenClosed());
    desk.window->close();
    CHECK(!desk.window->isVisible());
    CHECK(!QApplication::quitOnLastWindowClosed());
    CHECK(desk.training().running());
    waitFor("the model", [&] { return !desk.training().running(); });
    CHECK_EQ(desk.project().store().models().size(), 1U);
    CHECK_EQ(desk.project().store().models()[0].iterations, 40);
}

}  // namespace
