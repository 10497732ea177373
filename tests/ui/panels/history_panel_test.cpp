#include "ui/panels/history_panel.h"

#include <QTest>
#include <QTreeView>

#include "tests/ui/panels/panel_window.h"
#include "ui/models/history_model.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;

namespace {

struct History : test::PanelWindow {
    HistoryPanel panel{*open.workspace, commands};
    QTreeView& view = child<QTreeView>(panel, "historyTable");

    History() {
        test::showAt(panel, 360, 240);
        for (const int n : {1, 2, 3}) open.draw("ant", 0, 1, {{n, 1}}, "edit " + std::to_string(n));
        test::waitFor("the edits", [&] { return view.model()->rowCount() == 5; });
    }
    std::int64_t voxels() { return open.project().store().annotationCounts(open.volume("ant"))[0].second; }
    void await(int row) {
        test::waitFor("the state", [&] {
            const auto undone = [&](int at) {
                return view.model()->index(at, 0).data(HistoryModel::UndoneRole).toBool();
            };
            return !undone(row) && (row == 4 || undone(row + 1)) && view.currentIndex().row() == row;
        });
    }
};

TEST(a_click_goes_back_and_forth) {
    History history;
    history.await(4);
    test::click(history.view, 2, HistoryModel::Edit);  // after the first stroke
    CHECK_EQ(history.voxels(), 1);
    history.await(2);
    test::keepPictures(history.panel, "history");
    test::click(history.view, 4, HistoryModel::Edit);
    CHECK_EQ(history.voxels(), 3);
}

TEST(keys_look_and_enter_goes) {
    History history;
    history.await(4);
    history.view.setFocus();
    QTest::keyClick(&history.view, Qt::Key_Up);
    CHECK_EQ(history.voxels(), 3);
    QTest::keyClick(&history.view, Qt::Key_Return);
    CHECK_EQ(history.voxels(), 2);
}

}  // namespace
