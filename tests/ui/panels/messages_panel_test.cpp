#include "ui/panels/messages_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include "tests/ui/panels/panel_window.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;

namespace {

TEST(messages_are_filtered_and_copied) {
    test::PanelWindow window;
    Notices& notices = window.open.workspace->notices();
    MessagesPanel panel(*window.open.workspace, window.commands);
    auto& view = child<QTreeView>(panel, "messagesTable");
    test::showAt(panel, 560, 220);
    const int before = view.model()->rowCount();
    notices.tell("Written: /data/out.csv");
    notices.post(Severity::Warning, "Opened for reading only: another program has the project open");
    notices.post(Severity::Problem, "The disk is full; free some space, nothing was lost");
    notices.log("worker: 4 threads");
    CHECK_EQ(view.model()->rowCount(), before + 3);
    child<QComboBox>(panel, "messagesLeast").setCurrentIndex(0);
    CHECK_EQ(view.model()->rowCount(), before + 4);
    test::keepPictures(panel, "messages");
    child<QComboBox>(panel, "messagesLeast").setCurrentIndex(3);
    CHECK_EQ(view.model()->rowCount(), 1);
    child<QComboBox>(panel, "messagesLeast").setCurrentIndex(1);
    QTest::keyClicks(&child<QLineEdit>(panel, "messagesFilter"), "reading");
    CHECK_EQ(view.model()->rowCount(), 1);
    QTest::mouseClick(&child<QPushButton>(panel, "messagesCopyAll"), Qt::LeftButton);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
    CHECK_EQ(lines.size(), 2);
    CHECK(lines[1].endsWith("\tWarning\tOpened for reading only: another program has the project open"));
}

}  // namespace
