// From the mouse to proposals and back into the annotation. The scan is a bright rod along k with the cross section of the brush's tip, so
// that one click draws all of it on a slice and every voxel of a right proposal is known.
#include "ui/shell/proposal_commands.h"

#include <QDialog>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>
#include <cmath>

#include "core/project/operations.h"
#include "core/workflow/volume_marks.h"
#include "tests/ui/session/drawing_desk.h"
#include "tests/viewer/qtvtk/window.h"
#include "ui/commands/commands.h"
#include "ui/shell/acceptance_commands.h"
#include "ui/shell/review_commands.h"
#include "ui/shell/support_commands.h"

using namespace protolabel;
using namespace protolabel::test;
using ui::ToolKind;

namespace {

constexpr double kRadius = 8;
constexpr int kFirst = 10, kLast = 39, kDrawn = 24;

bool disc(int i, int j) {
    return std::hypot(i - 24, j - 24) <= kRadius;
}
bool rod(int i, int j, int k) {
    return k >= kFirst && k <= kLast && disc(i, j);
}

std::vector<std::string> worker(const std::string& program, const std::string& behaviour = {}) {
    std::vector<std::string> command{(programFolder() / program).string()};
    if (!behaviour.empty()) command.push_back(behaviour);
    return command;
}

struct Loop {
    DrawingDesk desk;
    QWidget window;
    ui::Commands commands;

    explicit Loop(std::vector<std::string> command)
        : desk([](int i, int j, int k) { return rod(i, j, k) ? 900 : 100 + (7 * i + 3 * j + 11 * k) % 5; },
               std::move(command)),
          commands(desk.workspace().preferences(), window, desk.viewer()) {
        ui::addSupportCommands(commands, desk.workspace(), desk.viewer());
        ui::addProposalCommands(commands, desk.workspace(), desk.viewer());
        ui::addAcceptanceCommands(commands, desk.workspace(), desk.viewer());
        ui::addReviewCommands(commands, desk.workspace(), desk.viewer());
    }

    void run(const char* id) { commands.action(id)->trigger(); }
    void waitFor(const char* what, const std::function<bool()>& come) {
        if (!QTest::qWaitFor(come, 60000))
            throw Failure(std::string("waited in vain for ") + what + "; told: " + desk.told.toStdString());
    }
    void drawDisc() {
        desk.editor().setTool(ToolKind::Brush);
        desk.settings().tip.radius = kRadius;
        desk.click(2, 24, 24);
        desk.check([](int i, int j, int k) { return k == kDrawn && disc(i, j) ? 1 : 0; });
    }
    /// Of the liver.
    void propose(const std::vector<std::pair<int, double>>& slicesAndConfidences,
                 const labels::Mask& mask = labels::Mask(DrawingDesk::kSide, DrawingDesk::kSide, 1)) {
        desk.project().edit({.name = "Given", .tool = "test"}, [&](project::ProjectWriter& writer) {
            for (const auto& [slice, confidence] : slicesAndConfidences)
                writer.putProposal({volume(), slice, LabelId{1}, mask, confidence, 0, "m", "", {}});
        });
    }
    double at() { return desk.viewer().position()[2]; }
    void goTo(int slice) { desk.viewer().setPosition({24, 24, double(slice)}); }
    project::ProjectStore& store() { return desk.project().store(); }
    VolumeId volume() { return desk.workspace().shown()->id(); }
    std::size_t proposed() { return store().proposals(volume()).size(); }
    bool idle() { return !desk.workspace().proposer().working(); }
    std::string lastEdit() {
        const auto edit = desk.project().nextUndo();
        return edit ? edit->info.name : "";
    }
    std::size_t undoable() {
        std::size_t count = 0;
        for (const auto& edit : store().edits()) count += !edit.undone;
        return count;
    }
};

/// Four proposals, by gain 17, 41, 29 and 3.
struct Review : Loop {
    Review() : Loop(worker("no_such_worker")) { propose({{3, 0.9}, {17, 0.5}, {29, 0.7}, {41, 0.6}}); }
};

TEST(a_drawn_slice_becomes_proposals_and_these_the_annotation) {
    Loop loop(worker("intensity_worker", "good"));
    auto asIs = loop.desk.workspace().proposer().settings();
    asIs.refine = {false, false};  // the worker is right on every voxel
    loop.desk.workspace().proposer().setSettings(asIs);
    int told = 0;
    QObject::connect(&loop.desk.workspace().proposer(), &ui::Proposer::settingsChanged, &loop.window, [&] { ++told; });
    loop.desk.workspace().proposer().setSettings(asIs);  // nothing to ask for anew
    CHECK_EQ(told, 0);
    loop.run("proposals.live");
    loop.drawDisc();
    CHECK(loop.idle());  // the slice is no support yet
    loop.run("support.toggle");
    CHECK_EQ(loop.desk.project().supports().size(), 1U);
    loop.waitFor("proposals", [&] { return loop.proposed() == 29 && loop.idle(); });
    const auto& shown = *loop.desk.workspace().shown()->proposals();
    for (int k = 0; k < DrawingDesk::kSide; ++k)
        for (int j = 0; j < DrawingDesk::kSide; ++j)
            for (int i = 0; i < DrawingDesk::kSide; ++i)
                CHECK_EQ(int(shown.at({i, j, k})), rod(i, j, k) && k != kDrawn ? 1 : 0);
    CHECK_EQ(loop.lastEdit(), "Propose");

    loop.goTo(25);
    loop.run("proposals.accept_slice");
    loop.desk.check([](int i, int j, int k) { return (k == kDrawn || k == 25) && disc(i, j) ? 1 : 0; });
    CHECK_EQ(loop.lastEdit(), "accept liver on 1 slice");
    CHECK_EQ(loop.proposed(), 28U);
    loop.desk.project().undo();
    loop.desk.check([](int i, int j, int k) { return k == kDrawn && disc(i, j) ? 1 : 0; });
    CHECK_EQ(loop.proposed(), 29U);

    loop.goTo(12);
    loop.run("proposals.reject_slice");
    CHECK_EQ(loop.proposed(), 28U);
    loop.run("proposals.accept_volume");
    loop.desk.check([](int i, int j, int k) { return k != 12 && rod(i, j, k) ? 1 : 0; });
    CHECK_EQ(loop.proposed(), 0U);
}

TEST(live_follows_strokes_and_undo_stays_usable) {
    Loop loop(worker("intensity_worker", "good"));
    loop.run("proposals.live");
    loop.drawDisc();
    loop.run("support.toggle");
    loop.waitFor("proposals", [&] { return loop.proposed() == 29 && loop.idle(); });
    const auto edits = loop.undoable();
    loop.run("support.toggle");  // no support: nothing to follow
    loop.run("support.toggle");
    loop.waitFor("the next proposals", [&] { return loop.idle(); });
    CHECK(loop.undoable() <= edits + 3);

    // A stroke beside the rod: what is as dark as that is the object now.
    loop.desk.settings().tip.radius = 3;
    loop.desk.click(2, 5, 5);
    loop.waitFor("new proposals", [&] {
        const auto proposal = loop.store().proposal(loop.volume(), 25, LabelId{1});
        return loop.idle() && proposal.has_value();
    });
    while (loop.lastEdit() == "Propose") loop.desk.project().undo();
    CHECK_EQ(loop.lastEdit(), "Brush liver");
    loop.desk.project().undo();
    QTest::qWait(50);
    loop.waitFor("the proposals of before", [&] { return loop.idle(); });
    CHECK(loop.desk.project().nextRedo().has_value());  // proposals that follow an undo do not end redo
    loop.desk.project().redo();
    CHECK_EQ(loop.lastEdit(), "Brush liver");
}

TEST(where_nothing_is_left_to_propose_that_is_told) {
    Loop loop(worker("intensity_worker", "good"));
    loop.drawDisc();
    loop.run("support.toggle");
    workflow::VolumeMarks marks;
    marks.complete.insert(loop.volume());
    loop.desk.project().edit({.name = "Finished", .tool = "test"},
                             [&](project::ProjectWriter& writer) { workflow::putVolumeMarks(writer, marks); });
    loop.run("proposals.predict_volume");
    loop.waitFor("an answer", [&] { return loop.desk.told.startsWith("Nothing is left to propose"); });
    CHECK_EQ(loop.proposed(), 0U);
}

TEST(an_empty_or_proposed_slice_is_asked_about) {
    Loop loop(worker("intensity_worker", "good"));
    loop.drawDisc();
    loop.run("support.toggle");
    loop.run("proposals.predict_volume");
    loop.waitFor("proposals", [&] { return loop.proposed() == 29 && loop.idle(); });
    CHECK_EQ(loop.lastEdit(), "Propose on scan");
    CHECK(loop.desk.told.startsWith("Proposed on 29 slice(s) of 1 volume(s) in "));
    loop.goTo(30);
    loop.run("support.toggle");
    auto* box = loop.desk.viewer().QWidget::window()->findChild<QMessageBox*>("supportQuestion");
    CHECK(box != nullptr && box->isVisible());
    CHECK_EQ(loop.desk.project().supports().size(), 1U);
    QTest::mouseClick(box->defaultButton(), Qt::LeftButton);  // accept the proposal and use it
    CHECK_EQ(loop.desk.project().supports().size(), 2U);
    loop.desk.check([](int i, int j, int k) { return (k == kDrawn || k == 30) && disc(i, j) ? 1 : 0; });
    loop.run("support.toggle");
    CHECK_EQ(loop.desk.project().supports().size(), 1U);
}

TEST(the_review_goes_from_the_least_certain_on) {
    Loop loop({});
    loop.propose({{3, 0.9}, {7, 0.5}, {9, 0.7}});
    for (const int slice : {7, 9, 3, 7}) {
        loop.run("proposals.next");
        CHECK_EQ(loop.at(), slice);
    }
    loop.run("proposals.previous");
    CHECK_EQ(loop.at(), 3);
    const auto& places = loop.desk.workspace().review().places();
    CHECK_EQ(places.size(), 3U);
    CHECK_NEAR(places.front().confidence, 0.5, 1e-9);
}

TEST(c_goes_on_in_the_review_and_stays_elsewhere) {
    Review loop;
    loop.goTo(41);
    loop.run("proposals.accept_slice");
    CHECK_EQ(loop.at(), 41);
    loop.run("proposals.next");
    CHECK_EQ(loop.at(), 17);
    loop.run("proposals.accept_slice");
    CHECK_EQ(loop.at(), 29);
    loop.run("proposals.reject_slice");
    CHECK_EQ(loop.at(), 3);
    loop.run("proposals.accept_slice");
    CHECK_EQ(loop.at(), 3);  // the last one
    CHECK_EQ(loop.proposed(), 0U);
    loop.run("proposals.next");
    CHECK_EQ(loop.desk.told.toStdString(), "No slice waits for a review");
    const auto progress = loop.desk.workspace().review().progress();
    CHECK_EQ(progress.done, 3);
    CHECK_EQ(progress.open, 0);
}

TEST(k_goes_back_to_what_was_decided_and_j_on_from_there) {
    Review loop;
    loop.run("proposals.next");
    CHECK_EQ(loop.at(), 17);
    loop.run("proposals.accept_slice");
    CHECK_EQ(loop.at(), 41);
    loop.run("proposals.accept_slice");
    CHECK_EQ(loop.at(), 29);
    for (const int slice : {41, 17}) {
        loop.run("proposals.previous");
        CHECK_EQ(loop.at(), slice);
    }
    loop.run("proposals.next");  // past 41, which is decided
    CHECK_EQ(loop.at(), 29);
    loop.goTo(35);
    loop.run("proposals.previous");  // from a look around
    CHECK_EQ(loop.at(), 29);
}

TEST(j_goes_on_after_a_decision_that_stayed) {
    Review loop;
    loop.desk.workspace().review().setGoesOn(false);
    loop.run("proposals.next");
    loop.run("proposals.next");
    loop.run("proposals.reject_slice");
    CHECK_EQ(loop.at(), 41);
    loop.run("proposals.next");
    CHECK_EQ(loop.at(), 29);  // not the first again
}

TEST(the_brush_accepts_what_it_touches) {
    Loop loop(worker("no_such_worker"));
    labels::Mask half(48, 48);
    for (int j = 0; j < 48; ++j)
        for (int i = 0; i < 24; ++i) half.at(i, j) = 1;
    loop.propose({{24, 0.5}}, half);
    const auto touched = [](int i, int j, int k) { return k == 24 && i < 24 && std::hypot(i - 24, j - 24) <= 8; };
    loop.desk.editor().setTool(ToolKind::Proposals);
    loop.desk.settings().tip.radius = 8;
    loop.desk.click(2, 24, 24);
    loop.desk.check([&](int i, int j, int k) { return touched(i, j, k) ? 1 : 0; });
    CHECK_EQ(loop.lastEdit(), "accept liver on 1 slice");
    loop.desk.click(2, 10, 10, Qt::RightButton);
    CHECK_EQ(loop.lastEdit(), "reject liver on 1 slice");
    const auto left = loop.store().proposal(loop.volume(), 24, LabelId{1})->mask;
    for (int j = 0; j < 48; ++j)
        for (int i = 0; i < 48; ++i)
            CHECK_EQ(int(left.at(i, j)), i < 24 && !touched(i, j, 24) && std::hypot(i - 10, j - 10) > 8 ? 1 : 0);
}

TEST(flags_and_a_second_look) {
    Loop loop(worker("no_such_worker"));
    auto& review = loop.desk.workspace().review();
    loop.propose({{3, 0.5}, {17, 0.5}});
    loop.run("proposals.accept_volume");
    const auto state = [&](int slice) { return loop.store().reviewState(loop.volume(), slice); };
    loop.goTo(30);
    loop.run("review.flag");
    CHECK(state(30) == project::ReviewState::Flagged);
    CHECK_EQ(loop.lastEdit(), "Flag slice 30");
    loop.run("review.flag");
    CHECK(state(30) == project::ReviewState::Untouched);
    loop.run("review.agree");  // nothing is annotated
    CHECK(state(30) == project::ReviewState::Untouched);
    review.setWhich(review::Which::Finished);
    CHECK_EQ(review.places().size(), 2U);
    loop.run("proposals.next");
    CHECK_EQ(loop.desk.viewer().position()[2], 3);
    loop.run("proposals.accept_slice");  // of a second reader: agrees
    CHECK(state(3) == project::ReviewState::Confirmed);
    CHECK_EQ(loop.desk.viewer().position()[2], 17);
    // A stroke on what was confirmed: somebody has to look again.
    loop.goTo(3);
    loop.desk.editor().setTool(ToolKind::Erase);
    loop.desk.settings().tip.radius = 3;
    loop.desk.click(2, 10, 10);
    CHECK(state(3) == project::ReviewState::Corrected);
    CHECK_EQ(loop.store().edits().back().info.details, "{\"volume\":1,\"label\":1,\"changed\":[[3,1]]}");
}

TEST(accepting_with_choices_shows_and_resolves_conflicts) {
    Loop loop(worker("no_such_worker"));
    loop.desk.draw([](int i, int, int k) { return k == 20 && i < 10 ? 2 : 0; });
    loop.propose({{19, 0.5}, {20, 0.5}, {21, 0.5}});
    loop.goTo(20);
    loop.run("proposals.accept_choices");
    auto* dialog = loop.desk.viewer().QWidget::window()->findChild<QDialog*>("acceptDialog");
    CHECK(dialog != nullptr && dialog->isVisible());
    const auto counted = [&] { return dialog->findChild<QLabel*>("acceptCounted")->text(); };
    CHECK_EQ(counted().toStdString(),
             "1 proposal(s), " + QLocale().toString(1824).toStdString() +
                 " voxels.\nVoxels not taken, as another label is there: 480 of spleen.");  // 48 x 38 and 48 x 10
    dialog->findChild<QSpinBox*>("acceptLast")->setValue(21);
    dialog->findChild<QRadioButton*>("acceptReplace")->click();
    loop.waitFor("the count", [&] { return counted().startsWith("2 proposal"); });
    CHECK_EQ(counted().toStdString(), "2 proposal(s), " + QLocale().toString(4608).toStdString() +
                                          " voxels.\n480 voxel(s) of other labels are replaced.");
    loop.desk.check([](int i, int, int k) { return k == 20 && i < 10 ? 2 : 0; });  // nothing has happened yet
    QTest::mouseClick(dialog->findChild<QPushButton*>("acceptNow"), Qt::LeftButton);
    loop.desk.check([](int, int, int k) { return k == 20 || k == 21 ? 1 : 0; });
    CHECK_EQ(loop.lastEdit(), "accept liver on 2 slices");
    loop.desk.project().undo();
    loop.desk.check([](int i, int, int k) { return k == 20 && i < 10 ? 2 : 0; });
}

TEST(workers_that_fail_are_told_once_and_drawing_goes_on) {
    const std::vector<std::pair<std::vector<std::string>, bool>> broken{{worker("fake_worker", "garbage"), false},
                                                                        {worker("fake_worker", "version"), false},
                                                                        {worker("no_such_worker"), false},
                                                                        {worker("intensity_worker", "crash"), true}};
    for (const auto& [command, stillLive] : broken) {
        Loop loop(command);
        int problems = 0;
        QObject::connect(&loop.desk.workspace().notices(), &ui::Notices::posted, &loop.window,
                         [&](const ui::Notice& notice) { problems += notice.severity == ui::Severity::Problem; });
        loop.run("proposals.live");
        loop.drawDisc();
        loop.run("support.toggle");
        loop.waitFor("the failure", [&] { return problems > 0 && loop.idle(); });
        CHECK(loop.desk.told.startsWith("No proposals: "));
        CHECK(loop.desk.workspace().engineMonitor().state() == ui::EngineMonitor::State::Failed);
        CHECK_EQ(loop.desk.workspace().proposer().live(), stillLive);
        CHECK_EQ(loop.commands.action("proposals.live")->isChecked(), stillLive);
        loop.desk.settings().tip.radius = 2;
        loop.desk.click(2, 40, 40);
        QTest::qWait(100);
        loop.waitFor("the end", [&] { return loop.idle(); });
        CHECK_EQ(problems, 1);
        CHECK_EQ(loop.lastEdit(), "Brush liver");
    }
}

TEST(with_the_real_worker) {
    Loop loop(worker("protolabel-worker"));
    loop.run("proposals.live");
    loop.drawDisc();
    loop.run("support.toggle");
    loop.waitFor("proposals", [&] { return loop.proposed() > 10 && loop.idle(); });
    CHECK(loop.store().proposal(loop.volume(), 25, LabelId{1}).has_value());
    const auto mask = loop.store().proposal(loop.volume(), 25, LabelId{1})->mask;
    // The rod is the only thing there is: its neighbour's proposal must be mostly it (an independent measure of right).
    int common = 0, found = 0, wanted = 0;
    for (int j = 0; j < 48; ++j)
        for (int i = 0; i < 48; ++i) {
            found += mask.at(i, j);
            wanted += disc(i, j);
            common += mask.at(i, j) && disc(i, j);
        }
    CHECK(2.0 * common / (found + wanted) > 0.6);
    loop.goTo(25);
    loop.run("proposals.accept_slice");
    loop.desk.check([&](int i, int j, int k) { return k == 25 ? mask.at(i, j) : k == kDrawn && disc(i, j) ? 1 : 0; });
    loop.desk.project().undo();
    loop.desk.check([](int i, int j, int k) { return k == kDrawn && disc(i, j) ? 1 : 0; });
    passEvents();
    keepShot(loop.desk.viewer().screenshot(), "proposals");
}

}  // namespace
