#include "ui/panels/engine_panel.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "tests/ui/panels/panel_window.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;
using test::useWorker;
using test::waitFor;

namespace {

struct Panel {
    test::PanelWindow window;
    EnginePanel panel{*window.open.workspace, window.commands};
    QLabel& state = child<QLabel>(panel, "engineState");
    QPushButton& restart = child<QPushButton>(panel, "engineRestart");

    Panel() { test::showAt(panel, 420, 420); }
    Workspace& workspace() { return *window.open.workspace; }
    /// With this worker, until the state begins so.
    void start(const std::string& program, const std::string& behaviour, const QString& expected) {
        useWorker(workspace(), program, behaviour);
        QTest::mouseClick(&restart, Qt::LeftButton);
        waitFor("the engine", [&] { return state.text().startsWith(expected); });
    }
};

TEST(the_engine_is_started_and_its_failures_are_shown) {
    Panel p;
    CHECK(p.state.text().startsWith("Not started"));
    p.start("intensity_worker", "good", "Ready.");
    CHECK(child<QLabel>(p.panel, "engineCommand").text().endsWith("intensity_worker good"));
    p.start("fake_worker", "crash-start", "Failed: ");
    CHECK(p.state.text().contains("Drawing goes on"));
    waitFor("its log", [&] { return !child<QPlainTextEdit>(p.panel, "engineLog").toPlainText().isEmpty(); });
    test::keepPictures(p.panel, "engine_failed");
}

// scripted_backend.h: features 10 of 20 bytes in memory, 30 of 40 on disk; nothing else runs.
TEST(what_the_engine_holds_is_shown_and_cleared) {
    Panel p;
    auto& clear = child<QPushButton>(p.panel, "engineClearCache");
    CHECK(!clear.isEnabled());
    p.start("fake_worker", "good", "Ready.");
    auto& cache = child<QLabel>(p.panel, "engineCache");
    waitFor("what it holds", [&] { return clear.isEnabled(); });
    CHECK(cache.text().contains("Features: 10 bytes of 20 bytes in memory, 30 bytes of 40 bytes on disk"));
    CHECK_EQ(child<QLabel>(p.panel, "engineQueue").text().toStdString(), "empty");
    CHECK_EQ(child<QLabel>(p.panel, "enginePrecision").text().toStdString(), "fp32 on cpu");
    test::keepPictures(p.panel, "engine");
    QTest::mouseClick(&clear, Qt::LeftButton);
    waitFor("the job", [&] { return p.workspace().jobs().running() == 0; });
    CHECK_EQ(p.workspace().jobs().jobs().back().title.toStdString(), "Clear the cache");
    CHECK(p.workspace().jobs().jobs().back().state == JobInfo::State::Done);
}

TEST(the_connection_is_tested) {
    Panel p;
    auto& tested = child<QLabel>(p.panel, "engineTested");
    const auto test = [&](const std::string& program, const std::string& behaviour, const QString& expected) {
        useWorker(p.workspace(), program, behaviour);
        CHECK(!tested.isVisible());  // what was said of another is not true of this one
        QTest::mouseClick(&child<QPushButton>(p.panel, "engineTest"), Qt::LeftButton);
        waitFor(expected, [&] { return tested.text().startsWith(expected); });
    };
    test("fake_worker", "good", "It answers within ");
    CHECK_EQ(p.state.text().toStdString(), "Ready.");
    test::keepPictures(p.panel, "engine_tested");
    test("fake_worker", "version", "It does not answer: ");
    CHECK(tested.text().contains("install both from the same version"));
    CHECK(p.state.text().startsWith("Failed"));
}

TEST(what_went_wrong_is_told_in_plain_words) {
    Panel p;
    p.start("fake_worker", "version", "Failed: ");
    CHECK(p.state.text().contains("install both from the same version"));
    p.start("fake_worker", "garbage", "Failed: ");
    CHECK(p.state.text().contains("no message"));
    p.start("no_such_program", "", "Failed: ");
    CHECK(p.state.text().contains("check the worker command"));
    p.start("intensity_worker", "good", "Ready.");
    CHECK(!p.workspace().engineMonitor().report(Error("device.memory", "the memory does not suffice; close programs")));
    CHECK(p.state.text().contains("Last trouble: the memory does not suffice; close programs"));
    p.workspace().engineMonitor().worked();
    CHECK_EQ(p.state.text().toStdString(), "Ready.");
}

}  // namespace
