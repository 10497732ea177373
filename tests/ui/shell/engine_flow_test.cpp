// A worker that fails in every way, and somebody who goes on drawing.
#include <QLabel>

#include "tests/ui/shell/desk.h"
#include "tests/ui/support/open_project.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

struct Trouble {
    const char* program;
    const char* behaviour;
    const char* told;  ///< a part of what the bar of messages says
};

/// A support of liver on slice 6, and a wish for proposals.
void propose(Desk& desk) {
    desk.key(Qt::Key_B);
    desk.dab(20, 15, 6);
    desk.key(Qt::Key_M);
    CHECK_EQ(desk.project().supports().size(), 1U);
    desk.key(Qt::Key_P, Qt::ControlModifier);
}

TEST(drawing_goes_on_whatever_the_engine_does) {
    for (const auto& trouble : {Trouble{"fake_worker", "crash-start", "check the worker's command"},
                                Trouble{"fake_worker", "garbage", "sent something that is no message"},
                                Trouble{"fake_worker", "version", "install both from the same version"},
                                Trouble{"fake_worker", "truncated", "start the job again"},
                                Trouble{"intensity_worker", "memory", "close other programs"},
                                Trouble{"intensity_worker", "crash", "start the job again"},
                                Trouble{"no_such_program", "", "check the worker command"}}) {
        Desk desk;
        desk.openStudy();
        useWorker(*desk.workspace, trouble.program, trouble.behaviour);
        propose(desk);
        waitFor(trouble.told, [&] { return desk.barText().find(trouble.told) != std::string::npos; });
        CHECK(desk.barText().find("Drawing goes on as usual") != std::string::npos);
        desk.dab(30, 20, 6);
        desk.check([](int i, int j, int k) { return k == 6 && (disc(i, j, 20, 15) || disc(i, j, 30, 20)) ? 1 : 0; });
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        desk.check([](int i, int j, int k) { return k == 6 && disc(i, j, 20, 15) ? 1 : 0; });
    }
}

TEST(an_engine_that_hangs_is_replaced_and_its_work_done_by_another) {
    Desk desk;
    desk.openStudy();
    useWorker(*desk.workspace, "fake_worker", "deaf");
    propose(desk);
    waitFor("the wish", [&] { return desk.workspace->proposer().working(); });
    desk.dab(30, 20, 6);
    desk.check([](int i, int j, int k) { return k == 6 && (disc(i, j, 20, 15) || disc(i, j, 30, 20)) ? 1 : 0; });
    CHECK(desk.workspace->engineMonitor().state() == ui::EngineMonitor::State::Working);
    useWorker(*desk.workspace, "intensity_worker", "good");
    desk.key(Qt::Key_P, Qt::ControlModifier);
    waitFor("proposals of the other",
            [&] { return !desk.project().store().proposals(desk.workspace->shown()->id()).empty(); });
}

}  // namespace
