#include "ui/panels/review_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include "core/project/operations.h"
#include "core/project/review_marks.h"
#include "tests/ui/panels/panel_window.h"
#include "ui/models/review_model.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;
using test::waitFor;

namespace {

/// Proposals of the liver on slices 0 and 3 of ant (8 x 6 pixels each) and of the spleen on slice 1 of bee.
struct Review : test::PanelWindow {
    ReviewPanel panel{*open.workspace, commands};
    QTreeView& view = child<QTreeView>(panel, "reviewTable");

    Review() {
        // Sure, unsure, far; 40 pixels less on slice 3, so that its gain is smaller in spite of that.
        open.propose("ant", 0, 1, 48, 0.6, 0.1);
        open.propose("ant", 3, 1, 8, 0.8, 0.05);
        open.propose("bee", 1, 2, 48, 0.7, 0.5);
        test::showAt(panel, 420, 520);
        waitFor("the list", [&] { return view.model()->rowCount() == 3; });
    }
    std::string row(int at) {
        QStringList cells;
        for (int column = 0; column < ReviewModel::kColumns; ++column)
            cells.append(view.model()->index(at, column).data().toString());
        return cells.join("|").toStdString();
    }
    void choose(const char* box, const QString& text) {
        auto& combo = child<QComboBox>(panel, box);
        bool listed = false;
        const auto follow = QObject::connect(view.model(), &QAbstractItemModel::modelReset, [&] { listed = true; });
        combo.setCurrentText(text);
        emit combo.activated(combo.currentIndex());
        waitFor("the list", [&] { return listed; });
        QObject::disconnect(follow);
    }
    QString progress() { return child<QProgressBar>(panel, "reviewProgress").text(); }
    project::ProjectStore& store() { return open.project().store(); }
};

TEST(the_queue_is_listed_with_the_reason) {
    Review review;
    QAbstractItemModelTester tester(review.view.model());
    // Gains: bee 1 - 1/(1 + e^(2.61 - 4.2 + 5.75)) = 0.985; ant 0: 48/56 (1 - 0.464) = 0.459; ant 3: 8/56 (1 - 0.834) = 0.024.
    CHECK_EQ(review.row(0), "bee|1|70 %|far from every support|spleen|proposed");
    CHECK_EQ(review.row(1), "ant|0|60 %|the model is unsure|liver|proposed");
    CHECK_EQ(review.row(2), "ant|3|80 %|size unlike its neighbours|liver|proposed");
    CHECK_EQ(review.progress().toStdString(), "0 of 3 slice(s) reviewed");
    test::keepPictures(review.panel, "review");
    review.choose("reviewLabel", "spleen");
    CHECK_EQ(review.view.model()->rowCount(), 1);
    review.choose("reviewLabel", "All labels");
    review.choose("reviewWhich", "Untouched");
    CHECK_EQ(review.view.model()->rowCount(), 9);  // 3 volumes of 4 slices
    review.choose("reviewWhich", "Accepted");
    CHECK_EQ(review.view.model()->rowCount(), 0);
    CHECK(child<QLabel>(review.panel, "reviewNote").isVisible());
}

TEST(a_double_click_goes_there_and_warns) {
    Review review;
    int slice = -1;
    QObject::connect(review.open.workspace.get(), &Workspace::sliceWanted, &review.panel, [&](int, int n) {
        slice = n;
        review.open.workspace->proposer().setSlice(n);
    });
    test::doubleClick(review.view, 0, 0);
    waitFor("bee", [&] { return slice == 1; });
    CHECK(review.open.workspace->shown()->id() == review.open.volume("bee"));
    CHECK_EQ(review.view.currentIndex().row(), 0);
    CHECK(child<QLabel>(review.panel, "reviewNote").text().startsWith("Far from every support"));
}

TEST(progress_and_time_left_follow_the_work) {
    Review review;
    for (const int slice : {1, 2}) review.open.propose("cow", slice, 1, 20, 0.7, 0.1);
    review.open.propose("cow", 3, 1, 20, 0.7, 0.1);
    project::EditInfo info{.name = "", .tool = "", .activeSeconds = 300};
    project::acceptProposals(review.store(), {.volumes = {review.open.volume("cow")}}, info);
    // 3 slices in 300 s: 100 s each, three left.
    waitFor("the time", [&] { return review.progress().contains("left"); });
    CHECK_EQ(review.progress().toStdString(), "3 of 6 slice(s) reviewed, about 5 min left");
}

TEST(comments_are_added_resolved_and_removed) {
    Review review;
    review.open.show("ant");
    review.open.workspace->proposer().setSlice(3);
    auto& field = child<QLineEdit>(review.panel, "reviewComment");
    auto& list = child<QListWidget>(review.panel, "reviewComments");
    review.open.workspace->preferences().setAnnotator("ada");
    QTest::keyClicks(&field, "too wide");
    QTest::keyClick(&field, Qt::Key_Return);
    waitFor("the comment", [&] { return list.count() == 1; });
    CHECK(field.text().isEmpty());
    CHECK(list.item(0)->text().startsWith("too wide\n"));
    const auto comments = [&] { return review.store().comments(); };
    CHECK_EQ(*comments().at(0).slice, 3);
    CHECK_EQ(comments().at(0).author, "ada");
    review.choose("reviewWhich", "With comments");
    CHECK_EQ(review.row(0), "ant|3|80 %|commented|liver|proposed");
    list.item(0)->setCheckState(Qt::Checked);
    waitFor("nothing to answer", [&] { return review.view.model()->rowCount() == 0; });
    CHECK(comments().at(0).resolved);
    review.open.workspace->proposer().setSlice(2);  // another slice: what is said of the volume only
    CHECK_EQ(list.count(), 0);
    review.open.workspace->proposer().setSlice(3);
    CHECK_EQ(list.count(), 1);
    list.setCurrentRow(0);
    child<QAction>(review.panel, "reviewCommentRemove").trigger();
    waitFor("its end", [&] { return list.count() == 0; });
    review.open.project().undo();
    CHECK_EQ(comments().size(), 1U);
}

}  // namespace
