#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTableView>
#include <fstream>

#include "tests/ui/dialogs/bench.h"
#include "ui/dialogs/label_draft_model.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/new_project_dialog.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

struct NewProject : Bench {
    NewProject() {
        workspace.preferences().setValue("folders/projects", QString::fromStdString(folder.path().string()));
        dialog = std::make_unique<ui::NewProjectDialog>(workspace);
        dialog->show();
        CHECK(QTest::qWaitForWindowExposed(dialog.get()));
    }
    std::string message() { return child<ui::MessageLine>(*dialog, "message").text().toStdString(); }
    bool canCreate() { return child<QAbstractButton>(*dialog, "create").isEnabled(); }
    std::unique_ptr<ui::NewProjectDialog> dialog;
};

}  // namespace

TEST(a_project_is_made_with_the_labels_typed) {
    NewProject p;
    type(child<QLineEdit>(*p.dialog, "name"), "heart");
    auto& table = child<QTableView>(*p.dialog, "labels");
    clickButton(*p.dialog, "labels.add");
    type(*table.findChild<QLineEdit*>(), "aorta");
    keepShots(*p.dialog, "new-project");
    clickButton(*p.dialog, "create");
    CHECK(p.workspace.project() != nullptr);
    CHECK_EQ(p.workspace.project()->file(), p.folder / "heart.plb");
    const auto& labels = p.workspace.project()->labels();
    CHECK_EQ(labels.size(), 2U);
    CHECK_EQ(labels[0].name, "label 1");
    CHECK_EQ(labels[1].name, "aorta");
    CHECK_EQ(labels[1].id.value, 2);
    CHECK(labels[1].color == labels::defaultColor(1));
    keepShots(*p.dialog, "new-project-ready");
    clickButton(*p.dialog, "later");
    CHECK(!p.dialog->isVisible());
}

TEST(a_free_name_is_proposed_and_a_taken_one_refused) {
    Bench first;
    std::ofstream(first.folder / "project.plb") << "x";
    first.workspace.preferences().setValue("folders/projects", QString::fromStdString(first.folder.path().string()));
    ui::NewProjectDialog dialog(first.workspace);
    dialog.show();
    auto& name = child<QLineEdit>(dialog, "name");
    CHECK_EQ(name.text().toStdString(), "project_2");
    const auto message = [&] { return child<ui::MessageLine>(dialog, "message").text(); };
    CHECK_EQ(message().toStdString(), "");
    type(name, "project");
    CHECK(message().contains("already"));
    CHECK(!child<QAbstractButton>(dialog, "create").isEnabled());
    type(name, " ");
    CHECK(message().contains("name"));
    type(name, "a/b");
    CHECK(message().contains("slashes"));
    type(name, "other");
    CHECK_EQ(message().toStdString(), "");
    type(child<QLineEdit>(dialog, "folder"), "/no/such/folder");
    CHECK(message().contains("/no/such/folder"));
    CHECK(!child<QAbstractButton>(dialog, "create").isEnabled());
    CHECK(first.workspace.project() == nullptr);
}

TEST(labels_that_clash_are_told) {
    NewProject p;
    auto& table = child<QTableView>(*p.dialog, "labels");
    clickButton(*p.dialog, "labels.add");
    QTest::keyClick(table.findChild<QLineEdit*>(), Qt::Key_Return);
    table.model()->setData(table.model()->index(1, ui::LabelDraftModel::Name), "label 1");
    CHECK_EQ(p.message(), "Two labels are called \"label 1\"; rename one.");
    CHECK(!p.canCreate());
    table.model()->setData(table.model()->index(1, ui::LabelDraftModel::Name), "");
    CHECK_EQ(p.message(), "Label 2 has no name; give it one.");
    table.model()->setData(table.model()->index(1, ui::LabelDraftModel::Name), "b");
    table.model()->setData(table.model()->index(1, ui::LabelDraftModel::Id), 1);
    CHECK_EQ(p.message(), "Two labels have the number 1; change one.");
    table.model()->setData(table.model()->index(1, ui::LabelDraftModel::Id), 65536);
    CHECK_EQ(p.message(), "The number of \"b\" must be from 1 to 65535.");
    table.setCurrentIndex(table.model()->index(1, 0));
    clickButton(*p.dialog, "labels.remove");
    CHECK_EQ(p.message(), "");
    CHECK(p.canCreate());
}

TEST(the_draft_of_labels_is_a_sound_model) {
    startApplication();
    ui::LabelDraftModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add("a");
    model.add("b");
    model.remove(0);
    CHECK_EQ(model.add("c"), 1);
    CHECK_EQ(model.labels()[1].id.value, 1);  // the lowest that is free
    model.setLabels({});
    CHECK_EQ(model.rowCount(), 0);
}
