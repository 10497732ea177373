#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <cmath>

#include "tests/ui/dialogs/bench.h"
#include "ui/commands/commands.h"
#include "ui/commands/shortcut_model.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/engine_page.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/dialogs/shortcuts_page.h"
#include "ui/dialogs/window_presets_page.h"
#include "ui/shell/theme.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

enum Page { Look, Work, Windows, Shortcuts, Engine };

struct PreferencesBench : Bench {
    explicit PreferencesBench(std::vector<std::string> worker = {"/no/such/worker"}, bool project = false)
        : Bench(std::move(worker)), commands(workspace.preferences(), window, views) {
        commands.add({"file.open", "File", "&Open...", "Opens a project", {QKeySequence("Ctrl+O")}}, [] {});
        commands.add({"edit.undo", "Edit", "&Undo", "Takes the last edit back", {QKeySequence("Ctrl+Z")}}, [] {});
        commands.add({"edit.redo", "Edit", "&Redo", "Does it again", {QKeySequence("Ctrl+Y")}}, [] {});
        if (project) {
            openProject();
            workspace.shown()->show(workspace.project()->volumes().front().id);
            CHECK(wait([&] { return workspace.shown()->image() != nullptr; }));
        }
        dialog = std::make_unique<ui::PreferencesDialog>(workspace, commands);
        dialog->show();
        CHECK(QTest::qWaitForWindowExposed(dialog.get()));
    }
    /// By a click in the list.
    void turnTo(Page page) {
        auto& list = child<QListWidget>(*dialog, "pages");
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(page)).center());
    }
    template <class T>
    std::string message() {
        auto* page = dialog->findChild<T*>();
        return child<ui::MessageLine>(*page, "message").text().toStdString();
    }
    QMainWindow window;
    QWidget views;
    ui::Commands commands;
    std::unique_ptr<ui::PreferencesDialog> dialog;
};

void choose(QComboBox& box, int index) {
    box.setFocus();
    while (box.currentIndex() < index) QTest::keyClick(&box, Qt::Key_Down);
    while (box.currentIndex() > index) QTest::keyClick(&box, Qt::Key_Up);
}

}  // namespace

TEST(look_and_work_hold_at_once) {
    PreferencesBench p;
    auto& preferences = p.workspace.preferences();
    keepShots(*p.dialog, "preferences-look");
    choose(child<QComboBox>(*p.dialog, "theme"), 2);
    CHECK(preferences.theme() == ui::Theme::Dark);
    choose(child<QComboBox>(*p.dialog, "language"), 2);
    CHECK_EQ(preferences.language().toStdString(), "de");
    clickButton(*p.dialog, "smooth");
    CHECK(!preferences.smoothPictures());
    p.turnTo(Work);
    type(child<QLineEdit>(*p.dialog, "annotator"), "reader 2");
    child<QSpinBox>(*p.dialog, "idle").setValue(120);
    child<QSpinBox>(*p.dialog, "undo").setValue(800);
    keepShots(*p.dialog, "preferences-work");
    CHECK_EQ(preferences.annotator().toStdString(), "reader 2");
    CHECK_EQ(preferences.idleSeconds(), 120);
    CHECK_EQ(preferences.undoMegabytes(), 800);
}

TEST(the_undo_limit_goes_with_the_next_edit) {
    PreferencesBench p({"/no/such/worker"}, true);
    p.turnTo(Work);
    child<QSpinBox>(*p.dialog, "undo").setValue(800);
    const auto edits = p.store().edits().size();
    CHECK(!p.store().setting("undo.limit_bytes").has_value());
    p.workspace.project()->edit({.name = "lock", .tool = "labels"}, [](project::ProjectWriter& writer) {
        writer.putLabel({LabelId{1}, "liver", {255, 0, 0}, true, true});
    });
    CHECK_EQ(p.store().setting("undo.limit_bytes").value_or(""), "800000000");
    CHECK_EQ(p.store().edits().size(), edits + 1);
}

TEST(window_presets_are_edited_per_modality) {
    PreferencesBench p({"/no/such/worker"}, true);
    p.turnTo(Windows);
    auto& table = child<QTableWidget>(*p.dialog, "presets");
    CHECK_EQ(table.rowCount(), 5);  // of an image of no modality: the viewer's own, see viewer::defaultPresets
    CHECK_EQ(table.item(0, 0)->text().toStdString(), "Automatic");
    keepShots(*p.dialog, "preferences-windows");
    clickButton(*p.dialog, "presets.add");
    CHECK_EQ(table.rowCount(), 6);
    table.item(5, 0)->setText("mine");
    table.item(5, 1)->setData(Qt::EditRole, 200.0);  // above white
    CHECK_EQ(p.message<ui::WindowPresetsPage>(), "In \"mine\" black must be at a lower value than white.");
    CHECK_EQ(p.workspace.windowPresets().back().window.low, 0);  // not stored
    table.item(5, 1)->setData(Qt::EditRole, -50.5);
    CHECK_EQ(p.message<ui::WindowPresetsPage>(), "");
    CHECK_EQ(p.workspace.windowPresets().size(), 6U);
    CHECK(p.workspace.windowPresets().back() == (viewer::WindowPreset{"mine", {-50.5, 100}}));
    choose(child<QComboBox>(*p.dialog, "modality"), 0);
    CHECK_EQ(table.rowCount(), 0);
    choose(child<QComboBox>(*p.dialog, "modality"), 2);
    CHECK_EQ(table.rowCount(), 6);
    table.setCurrentCell(0, 0);
    clickButton(*p.dialog, "presets.remove");
    CHECK_EQ(p.workspace.windowPresets().size(), 5U);
    clickButton(*p.dialog, "presets.reset");
    CHECK_EQ(p.workspace.windowPresets().back().name, "Full range");
}

TEST(shortcuts_are_found_pressed_refused_and_reset) {
    PreferencesBench p;
    p.turnTo(Shortcuts);
    auto& table = child<QTableView>(*p.dialog, "shortcuts");
    CHECK_EQ(table.model()->rowCount(), 3);
    type(child<QLineEdit>(*p.dialog, "filter"), "redo");
    CHECK_EQ(table.model()->rowCount(), 1);
    table.setCurrentIndex(table.model()->index(0, 0));
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        clickButton(*p.dialog, "shortcuts.press");
        auto& keys = child<QKeySequenceEdit>(table, "keys");
        QTest::keyClick(&keys, key, modifiers);
        CHECK(wait([&] { return table.findChild<QKeySequenceEdit*>("keys") == nullptr; }));
    };
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_EQ(child<QMessageBox>(*p.dialog, "confirm").text().toStdString(), "Ctrl+Z is the shortcut of \"Undo\".");
    keepShots(*p.dialog, "preferences-shortcuts");
    answer(*p.dialog, "confirm.refuse");
    CHECK(p.commands.shortcuts("edit.redo") == QList<QKeySequence>{QKeySequence("Ctrl+Y")});
    CHECK(wait([&] { return p.dialog->findChild<QMessageBox*>("confirm") == nullptr; }));
    press(Qt::Key_Z, Qt::ControlModifier);
    answer(*p.dialog, "confirm.accept");
    CHECK(p.commands.shortcuts("edit.redo") == QList<QKeySequence>{QKeySequence("Ctrl+Z")});
    CHECK(p.commands.shortcuts("edit.undo").isEmpty());
    p.commands.resetShortcuts("edit.redo");
    p.commands.resetShortcuts("edit.undo");
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_EQ(p.message<ui::ShortcutsPage>(), "");
    CHECK(p.commands.shortcuts("edit.redo") == QList<QKeySequence>{QKeySequence("Ctrl+Shift+R")});
    CHECK(p.commands.action("edit.redo")->shortcut() == QKeySequence("Ctrl+Shift+R"));
    clickButton(*p.dialog, "shortcuts.none");
    CHECK(p.commands.shortcuts("edit.redo").isEmpty());
    clickButton(*p.dialog, "shortcuts.reset");
    CHECK(p.commands.shortcuts("edit.redo") == QList<QKeySequence>{QKeySequence("Ctrl+Y")});
    p.commands.setShortcuts("edit.undo", {});
    clickButton(*p.dialog, "shortcuts.reset_all");
    CHECK(p.commands.shortcuts("edit.undo") == QList<QKeySequence>{QKeySequence("Ctrl+Z")});
}

TEST(the_engine_is_asked_and_answers_or_not) {
    PreferencesBench p({(programFolder() / "intensity_worker").string(), "good"});
    p.turnTo(Engine);
    int tests = 0;
    QObject::connect(p.dialog->findChild<ui::EnginePage*>(), &ui::EnginePage::tested, [&] { ++tests; });
    clickButton(*p.dialog, "test");
    CHECK(wait([&] { return tests == 1; }));
    CHECK(QString::fromStdString(p.message<ui::EnginePage>()).startsWith("It answers: version"));
    CHECK(p.workspace.engineMonitor().state() == ui::EngineMonitor::State::Ready);  // for everybody
    keepShots(*p.dialog, "preferences-engine");
    type(child<QLineEdit>(*p.dialog, "command"), "/no/such/worker --now");
    CHECK_EQ(p.message<ui::EnginePage>(), "");
    clickButton(*p.dialog, "test");
    CHECK(wait([&] { return tests == 2; }));
    CHECK(p.message<ui::EnginePage>().find("/no/such/worker") != std::string::npos);
    CHECK_EQ(p.workspace.preferences().workerCommand().toStdString(), "/no/such/worker --now");
    // Emptied, it is the worker beside the program again.
    type(child<QLineEdit>(*p.dialog, "command"), "");
    clickButton(*p.dialog, "test");
    CHECK(wait([&] { return tests == 3; }));
    CHECK(QString::fromStdString(p.message<ui::EnginePage>()).startsWith("It answers"));
}

TEST(the_page_about_the_program_lists_versions_and_copies_them) {
    Bench bench({(programFolder() / "intensity_worker").string(), "good"});
    ui::AboutDialog dialog(bench.workspace, "1.2.3", {{"VTK", "9.1.0"}, {"SQLite", "3.40.1"}});
    bool answered = false;
    QObject::connect(&dialog, &ui::AboutDialog::workerAnswered, [&] { answered = true; });
    dialog.show();
    CHECK(wait([&] { return answered; }));
    keepShots(dialog, "about");
    clickButton(dialog, "copy");
    const QString text = QApplication::clipboard()->text();
    CHECK(text.startsWith("Protolabel: 1.2.3\nQt: " + QString(qVersion()) + "\nVTK: 9.1.0\nSQLite: 3.40.1\n"));
    CHECK(text.contains("LibTorch: "));
    CHECK(!text.contains("asking"));
}

// WCAG 2.1, 1.4.11: 3 to 1 between a control and what is beside it.
TEST(what_is_ticked_is_seen_in_either_theme) {
    startApplication();
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    for (const auto theme : {ui::Theme::Light, ui::Theme::Dark}) {
        ui::applyTheme(theme);
        QCheckBox box;
        QRadioButton button;
        for (QAbstractButton* control : {static_cast<QAbstractButton*>(&box), static_cast<QAbstractButton*>(&button)}) {
            control->resize(40, 24);
            const QImage image = control->grab().toImage();
            const double ground = luminance(image.pixelColor(30, 2));
            double most = 1;
            for (int x = 0; x < 30; ++x) {  // through the empty middle: what differs is the outline
                const double here = luminance(image.pixelColor(x, 12));
                most = std::max(most, (std::max(here, ground) + 0.05) / (std::min(here, ground) + 0.05));
            }
            if (most < 3) throw Failure("a contrast of " + std::to_string(most));
        }
    }
    ui::applyTheme(ui::Theme::Light);
}
