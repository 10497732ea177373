#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <fstream>
#include <sstream>

#include "tests/ui/dialogs/bench.h"
#include "ui/dialogs/label_list_editor.h"
#include "ui/dialogs/table_exchange.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

/// Gives the file dialog that is open over `parent` a name and presses its button.
void answerFile(QWidget& parent, const std::filesystem::path& file) {
    auto& dialog = child<QFileDialog>(parent, "files");
    child<QLineEdit>(dialog, "fileNameEdit").setText(QString::fromStdString(file.string()));
    const auto buttons = child<QDialogButtonBox>(dialog, "buttonBox").buttons();
    click(*buttons.front());
    CHECK(wait([&] { return parent.findChild<QFileDialog*>("files") == nullptr; }));
}

struct Exchange : Bench {
    Exchange() {
        openProject();
        window.show();
        QObject::connect(&workspace.notices(), &ui::Notices::posted,
                         [&](const ui::Notice& notice) { said = notice.text.toStdString(); });
    }
    void answerFile(const std::string& name) { ::answerFile(window, folder / name); }
    std::string read(const std::string& name) {
        std::ostringstream text;
        text << std::ifstream(folder / name).rdbuf();
        return text.str();
    }
    QWidget window;
    std::string said;
};

}  // namespace

TEST(label_tables_go_out_and_come_back) {
    Exchange p;
    ui::exportLabelTable(p.workspace, &p.window);
    p.answerFile("labels.ctbl");
    CHECK(p.read("labels.ctbl").find("1 liver 255 0 0 255") != std::string::npos);
    std::ofstream(p.folder / "more.ctbl") << "1 liver 10 20 30 255\n3 kidney 40 50 60 255\n";
    ui::importLabelTable(p.workspace, &p.window);
    p.answerFile("more.ctbl");
    CHECK_EQ(p.workspace.project()->labels().size(), 3U);
    CHECK(p.workspace.project()->label(LabelId{1})->color == (labels::Color{10, 20, 30}));
    CHECK_EQ(p.workspace.project()->label(LabelId{3})->name, "kidney");
    p.workspace.project()->undo();
    CHECK_EQ(p.workspace.project()->labels().size(), 2U);
}

TEST(labels_are_renamed_only_after_a_question) {
    Exchange p;
    std::ofstream(p.folder / "other.ctbl") << "1 hepar 10 20 30 255\n";
    ui::importLabelTable(p.workspace, &p.window);
    p.answerFile("other.ctbl");
    answer(p.window, "confirm.refuse");
    CHECK_EQ(p.workspace.project()->label(LabelId{1})->name, "liver");
    CHECK(wait([&] { return p.window.findChild<QMessageBox*>("confirm") == nullptr; }));
    ui::importLabelTable(p.workspace, &p.window);
    p.answerFile("other.ctbl");
    answer(p.window, "confirm.accept");
    CHECK_EQ(p.workspace.project()->label(LabelId{1})->name, "hepar");
    std::ofstream(p.folder / "bad.ctbl") << "this is no table\n";
    p.said.clear();
    ui::importLabelTable(p.workspace, &p.window);
    p.answerFile("bad.ctbl");
    CHECK(p.said.find("bad.ctbl") != std::string::npos);
}

TEST(labels_start_from_presets_and_files) {
    Exchange p;
    ui::LabelListEditor editor(p.workspace.preferences());
    editor.show();
    auto& menu = child<QMenu>(editor, "labels.presets.menu");
    child<QAction>(menu, "Heart").trigger();
    CHECK_EQ(editor.model().rowCount(), 3);
    CHECK_EQ(editor.model().labels()[1].name, "myocardium");
    std::ofstream(p.folder / "t.ctbl") << "5 aorta 1 2 3 255\n";
    child<QAction>(menu, "file").trigger();
    answerFile(editor, p.folder / "t.ctbl");
    CHECK(wait([&] { return editor.model().rowCount() == 1; }));
    CHECK_EQ(editor.model().labels()[0].id.value, 5);
}
