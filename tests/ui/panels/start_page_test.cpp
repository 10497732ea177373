#include "ui/panels/start_page.h"

#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/panels/panel_window.h"
#include "ui/models/recent_projects_model.h"
#include "ui/panels/recent_delegate.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::child;

namespace {

struct Start {
    std::unique_ptr<Workspace> workspace = test::makeWorkspace();
    test::TemporaryFolder folder;
    QWidget window, views;
    Commands commands{workspace->preferences(), window, views};
    std::unique_ptr<StartPage> page;

    explicit Start(const std::vector<std::string>& projects) {
        auto& preferences = workspace->preferences();
        for (const auto& old : preferences.recentProjects()) preferences.removeRecentProject(old);
        for (const auto& name : projects) {
            const QString file = QString::fromStdString((folder / name).string());
            preferences.addRecentProject(file);
            if (name != "gone.plb") CHECK(QFile(file).open(QIODevice::WriteOnly));
        }
        page = std::make_unique<StartPage>(*workspace, commands);
        test::showAt(*page, 1100, 700);
    }
    QListView& list() { return child<QListView>(*page, "startRecent"); }
    QString path(const std::string& name) { return QString::fromStdString((folder / name).string()); }
};

TEST(buttons_ask_for_what_they_say) {
    Start start({});
    QSignalSpy create(start.page.get(), &StartPage::newRequested),
        browse(start.page.get(), &StartPage::browseRequested), demo(start.page.get(), &StartPage::demoRequested);
    QTest::mouseClick(&child<QPushButton>(*start.page, "startNew"), Qt::LeftButton);
    QTest::mouseClick(&child<QPushButton>(*start.page, "startOpen"), Qt::LeftButton);
    QTest::keyClick(&child<QPushButton>(*start.page, "startDemo"), Qt::Key_Space);
    CHECK_EQ(create.size(), 1);
    CHECK_EQ(browse.size(), 1);
    CHECK_EQ(demo.size(), 1);
    CHECK(start.list().isHidden());
    test::keepPictures(*start.page, "start_empty");
}

TEST(a_recent_project_opens_by_click_and_enter) {
    Start start({"heart.plb", "abdomen.plb"});
    QSignalSpy opened(start.page.get(), &StartPage::openRequested);
    test::click(start.list(), 1, 0);
    CHECK_EQ(opened.size(), 1);
    CHECK_EQ(opened[0][0].toString(), start.path("heart.plb"));
    start.list().setFocus();
    QTest::keyClick(&start.list(), Qt::Key_Up);
    QTest::keyClick(&start.list(), Qt::Key_Return);
    CHECK_EQ(opened.size(), 2);
    CHECK_EQ(opened[1][0].toString(), start.path("abdomen.plb"));
}

TEST(a_missing_project_can_only_be_removed) {
    Start start({"abdomen.plb", "gone.plb", "heart.plb"});
    QSignalSpy opened(start.page.get(), &StartPage::openRequested);
    test::keepPictures(*start.page, "start");
    auto& list = start.list();
    CHECK(!list.model()->index(1, 0).data(RecentProjectsModel::PresentRole).toBool());
    test::click(list, 1, 0);
    CHECK_EQ(opened.size(), 0);
    const QRect row = list.visualRect(list.model()->index(1, 0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, RecentDelegate::cross(row).center());
    test::waitFor("two rows", [&] { return list.model()->rowCount() == 2; });
    CHECK_EQ(start.workspace->preferences().recentProjects(),
             (QStringList{start.path("heart.plb"), start.path("abdomen.plb")}));
    list.setFocus();
    list.setCurrentIndex(list.model()->index(0, 0));
    QTest::keyClick(&list, Qt::Key_Delete);
    CHECK_EQ(start.workspace->preferences().recentProjects(), QStringList{start.path("abdomen.plb")});
}

}  // namespace
