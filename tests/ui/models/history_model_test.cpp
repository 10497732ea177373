#include "ui/models/history_model.h"

#include <QAbstractItemModelTester>

#include "tests/ui/support/open_project.h"

using namespace protolabel;
using namespace protolabel::ui;

namespace {

struct History {
    test::OpenProject open;
    HistoryModel model{*open.workspace};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    const int before = model.rowCount();  ///< the import, and the row before all

    void await(int more) {
        test::waitFor("the edits", [&] { return model.rowCount() == before + more; });
    }
    bool undone(int row) { return model.index(row, 0).data(HistoryModel::UndoneRole).toBool(); }
};

TEST(edits_are_rows_below_the_beginning) {
    History history;
    CHECK_EQ(history.before, 2);
    CHECK_EQ(history.model.idAt(0).value, 0);
    CHECK_EQ(history.model.index(0, 0).data().toString().toStdString(), "Before all edits");
    history.open.draw("ant", 0, 1, {{1, 1}}, "Draw liver");
    history.await(1);
    CHECK_EQ(history.model.index(2, 0).data().toString().toStdString(), "Draw liver");
    CHECK_EQ(history.model.currentRow(), 2);
}

TEST(undone_edits_stay_until_a_new_one_replaces_them) {
    History history;
    history.open.draw("ant", 0, 1, {{1, 1}}, "first");
    history.open.draw("ant", 0, 1, {{2, 1}}, "second");
    history.open.project().undo();
    history.await(2);
    test::waitFor("undone", [&] { return history.undone(3); });
    CHECK(!history.undone(2));
    CHECK_EQ(history.model.currentRow(), 2);
    history.open.draw("ant", 0, 1, {{3, 1}}, "third");
    test::waitFor("the third", [&] { return history.model.index(3, 0).data().toString() == "third"; });
    CHECK_EQ(history.model.rowCount(), 4);
    CHECK(!history.undone(3));
}

TEST(another_project_has_its_own_edits) {
    History history;
    history.open.workspace->closeProject();
    CHECK_EQ(history.model.rowCount(), 0);
    CHECK_EQ(history.model.currentRow(), -1);
}

}  // namespace
