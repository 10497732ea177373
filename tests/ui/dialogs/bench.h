#pragma once

#include <QAbstractButton>
#include <QDialog>
#include <QMessageBox>
#include <QTest>
#include <QWidget>

#include "tests/core/imaging/scan_file.h"
#include "tests/support/check.h"
#include "ui/session/workspace.h"

/// What the tests of dialogs share.
namespace protolabel::test {

/// The one QApplication of the program, with preferences in a folder of its own; made at the first call.
void startApplication();

/// A workspace on a folder of its own, without a worker. The preferences are empty at first.
struct Bench {
    explicit Bench(std::vector<std::string> worker = {"/no/such/worker"});
    /// A project "p.plb" with the labels 1 liver and 2 spleen, and the blocks of imaging_test_files as volumes "a" and "b".
    void openProject();
    project::ProjectStore& store() { return workspace.project()->store(); }

    TemporaryFolder folder;
    ui::Workspace workspace;
};

template <class T>
T& child(QWidget& parent, const char* name) {
    auto* found = parent.findChild<T*>(name);
    if (found == nullptr) throw Failure(std::string("no ") + name);
    return *found;
}
/// A click with the left button in the middle of what must be seen and enabled.
void click(QWidget& widget);
void clickButton(QWidget& parent, const char* name);
/// The button of the box that is open over `parent`.
void answer(QWidget& parent, const char* button);
bool wait(const std::function<bool()>& until);
/// Types over what the field has.
void type(QWidget& field, const QString& text);
/// Saves a picture in light and dark for a person to look at where PROTOLABEL_SHOTS names a folder.
void keepShots(QWidget& widget, const std::string& name);

}  // namespace protolabel::test
